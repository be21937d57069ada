import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import mail from '@adonisjs/mail/services/main'
import { asStaff } from '#core/tenants'
import { now } from '#core/clock'
import { deliver, type Message } from '#messaging/actions/deliver'
import { listEmployerRecipients } from '#messaging/queries/list_employer_recipients'
import { createEmployee, createMember, createUser, insert, owner, rowOf } from '#tests/support/factories'
import { mailsTo } from '#tests/support/mailbox'

const letter = { subject: 'Rendez-vous santé au travail', heading: 'Essai', opening: ['Ceci est un essai.'] }

async function someone() {
  const employee = await createEmployee({ member: await createMember() })
  return { key: `employee:${employee.id}`, email: employee.email! }
}

const messageTo = (recipients: string[], values: Partial<Message> = {}): Message => ({
  message: 'test.message',
  subjectId: randomUUID(),
  recipients,
  compose: () => letter,
  ...values,
})

/** The mail server fails in this way until `mend` is called. */
function breakMail(failure: object) {
  const { transport } = mail.use()
  const send = transport.send
  transport.send = async () => {
    throw Object.assign(new Error('Recipient <aurelie@essai.example> rejected'), failure)
  }
  return () => {
    transport.send = send
  }
}

const delivery = ({ subjectId }: Message) => rowOf('deliveries', { subject_id: subjectId })
const REFUSED = { responseCode: 550 }
const LOST = { code: 'ECONNECTION' }

test.group('A message', () => {
  test('is told once, however many ask it at the same time and after', async ({ assert }) => {
    const { key, email } = await someone()
    const message = messageTo([key])
    await Promise.allSettled(Array.from({ length: 5 }, () => deliver(message, now())))
    await deliver(message, now())

    const mails = await mailsTo(email)
    assert.lengthOf(mails, 1)
    assert.equal(mails[0]!.headers['auto-submitted'], 'auto-generated')
    assert.equal((await delivery(message)).recipient, key)
  })

  test("to somebody without an address is nobody else's trouble", async ({ assert }) => {
    const { key, email } = await someone()
    const without = await createEmployee({ member: await createMember(), email: null })
    await deliver(messageTo([`employee:${without.id}`, key]), now())

    assert.lengthOf(await mailsTo(email), 1)
  })

  test('that was refused leaves later, and the failure names nobody', async ({ assert, cleanup }) => {
    const { key, email } = await someone()
    const message = messageTo([key], { mostAttemptsInDoubt: 1 })
    const mend = breakMail(REFUSED)
    cleanup(mend)
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const failure = await deliver(message, now()).catch((error) => error)
      assert.equal(failure.message, 'The mail server failed: 550')
    }
    mend()
    await deliver(message, now())

    assert.lengthOf(await mailsTo(email), 1)
  })

  test('of which nobody knows whether it left is tried again as often as it may be, no more', async ({ assert, cleanup }) => {
    const { key, email } = await someone()
    const message = messageTo([key], { mostAttemptsInDoubt: 2 })
    const mend = breakMail(LOST)
    cleanup(mend)
    await assert.rejects(() => deliver(message, now()))
    await assert.rejects(() => deliver(message, now()))
    mend()
    await deliver(message, now())

    assert.isEmpty(await mailsTo(email))
    assert.isNull((await delivery(message)).sent_at)
  })

  test('whose words cannot be found is no attempt', async ({ assert }) => {
    const { key, email } = await someone()
    const failing = messageTo([key], { mostAttemptsInDoubt: 1, compose: () => Promise.reject(new Error('The database is away')) })
    await assert.rejects(() => deliver(failing, now()), 'The database is away')
    await deliver({ ...failing, compose: () => letter }, now())

    assert.lengthOf(await mailsTo(email), 1)
  })

  test('that cannot reach one person still reaches the others', async ({ assert }) => {
    const [first, second] = [await someone(), await someone()]
    const compose: Message['compose'] = (_, key) => (key === first.key ? Promise.reject(new Error('no')) : letter)
    await assert.rejects(() => deliver(messageTo([first.key, second.key], { compose }), now()))

    assert.isEmpty(await mailsTo(first.email))
    assert.lengthOf(await mailsTo(second.email), 1)
  })

  test('with nothing left to say is not sent', async ({ assert }) => {
    const { key, email } = await someone()
    const message = messageTo([key], { compose: () => null })
    await deliver(message, now())

    assert.isEmpty(await mailsTo(email))
    assert.equal((await delivery(message)).attempts_in_doubt, 0)
  })
})

test.group("The employer's mails", () => {
  const recipientsOf = (memberId: string) => asStaff((trx) => listEmployerRecipients(trx, memberId))

  test('go to the contacts for convocations, else for human resources, else to the holder', async ({ assert }) => {
    const member = await createMember()
    const holder = await createUser({ member, holder: true })
    const hr = await insert('contacts', { member_id: member.id, role: 'human_resources', name: 'RH', email: 'rh@essai.example' })
    const [convocations] = await owner().from('contacts').where({ member_id: member.id, role: 'convocations' })

    assert.deepEqual(await recipientsOf(member.id), [`contact:${convocations.id}`])
    await owner().from('contacts').where('id', convocations.id).delete()
    assert.deepEqual(await recipientsOf(member.id), [`contact:${hr.id}`])
    await owner().from('contacts').where('id', hr.id).delete()
    assert.deepEqual(await recipientsOf(member.id), [`user:${holder.id}`])
  })
})
