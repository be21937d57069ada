import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { mintLink } from '#identity'
import { itIs } from '#tests/support/clock'
import { createMember, createStaff, createUser, insert, owner, PASSWORD, rowOf, rowsOf, uniqueEmail, type Member } from '#tests/support/factories'
import { visitor, type Visitor } from '#tests/support/http'

const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'

const linksOf = ({ id }: Member) => owner().from('account_links').where('member_id', id).orderBy('id')
const eventsOf = async ({ id }: Member) => (await rowsOf('journal_entries', { member_id: id })).map(({ event }) => event)

/** A member that nobody entered yet, with the contact that the link goes to. */
async function createClosed() {
  const member = await createMember()
  const email = uniqueEmail('direction')
  await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email })
  return { member, email }
}

/** A member whose holder never chose a password. */
async function createBare() {
  const { member, email } = await createClosed()
  const holder = await createUser({ member, holder: true })
  await owner().from('users').where('id', holder.id).update({ password_hash: null })
  return { member, email, holder }
}

async function ask(numero: string) {
  const someone = visitor()
  await someone.get('/premiere-connexion')
  return someone.post('/premiere-connexion', { numero })
}

/** What the worker's activity does once the outbox told it. */
async function linkOf(member: Member) {
  const [link] = await linksOf(member).whereNull('token_hash').whereNull('superseded_at')
  const minted = await asStaff((trx) => mintLink(trx, link.id, DateTime.utc()))
  return `/premiere-connexion/${minted!.token}`
}

async function choose(someone: Visitor, link: string, password = NEW_PASSWORD, confirmation = password) {
  await someone.get(link)
  return someone.post(link, { mot_de_passe: password, confirmation })
}

test.group('A first access', () => {
  test('is asked with the same answer whatever the number', async ({ assert }) => {
    const [closed, bare, open, silent] = [await createClosed(), await createBare(), await createMember(), await createMember()]
    await createUser({ member: open, holder: true })
    const numbers = [closed.member.number, bare.member.number, open.number, silent.number, '9999998']
    const answers = await Promise.all(numbers.map(ask))
    for (const { status, text } of answers) {
      assert.equal(status, 200)
      assert.equal(text, answers[0]!.text)
    }
    assert.lengthOf(await linksOf(closed.member), 1)
    assert.lengthOf(await linksOf(bare.member), 1)
    assert.isEmpty([...(await linksOf(open)), ...(await linksOf(silent))])
  })

  test('sends nothing to a holder who is kept out, nor while OSTRA looks for another one', async ({ assert }) => {
    const { member, holder } = await createBare()
    const staff = await createStaff({ role: 'member_relations' })
    const { id: accessId } = await rowOf('accesses', { user_id: holder.id })
    const search = { reason: 'Injoignable', proof: 'Courrier', former_becomes: 'revoked', former_blocked: true, opened_by: staff.id, opened_at: new Date() }
    await insert('holder_recoveries', { member_id: member.id, former_access_id: accessId, ...search })
    await owner().from('accesses').where('id', accessId).update({ suspended_at: new Date() })
    await ask(member.number)
    assert.isEmpty(await linksOf(member))
  })

  test('reads the number with its spaces, and says what is wrong with {what}')
    .with([
      { what: 'none', numero: '', message: "Indiquez votre numéro d'adhérent" },
      { what: '6 digits', numero: '123456', message: "Un numéro d'adhérent a 7 chiffres" },
      { what: '8 digits', numero: '12345678', message: "Un numéro d'adhérent a 7 chiffres" },
      { what: 'an e-mail', numero: 'direction@essai.example', message: "Un numéro d'adhérent a 7 chiffres" },
      { what: 'a piece of SQL', numero: "'; drop table members; --", message: "Un numéro d'adhérent a 7 chiffres" },
      { what: '5000 digits', numero: '9'.repeat(5000), message: "Un numéro d'adhérent a 7 chiffres" },
    ])
    .run(async ({ assert }, { numero, message }) => {
      const page = await ask(numero)
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      const { member } = await createClosed()
      assert.equal((await ask(` ${member.number.slice(0, 3)} ${member.number.slice(3)} `)).status, 200)
      assert.lengthOf(await linksOf(member), 1)
    })

  test('goes to the contact on file, once for a double click, and tells its workflow', async ({ assert }) => {
    const { member, email } = await createClosed()
    await Promise.all([ask(member.number), ask(member.number)])
    const links = await linksOf(member)
    assert.lengthOf(links, 1)
    assert.equal(links[0].email, email)
    assert.equal(links[0].purpose, 'first_access')
    const told = await rowsOf('outbox_messages', { subject_id: links[0].id })
    assert.deepEqual(told.map((row) => [row.workflow_type, row.workflow_id]), [['accountLinkWorkflow', `account_link:${links[0].id}`]])
    assert.deepEqual(await eventsOf(member), ['first_access.asked'])
  })

  test('makes the contact the holder, with the password that they choose', async ({ assert }) => {
    const { member, email } = await createClosed()
    await ask(member.number)
    const link = await linkOf(member)
    const someone = visitor()
    const page = await someone.get(link)
    assert.equal(page.status, 200)
    assert.include(page.text, member.name)
    assert.include(page.text, 'Odile Varennes')
    assert.isNull(await rowOf('users', { email }), 'opening the link makes nobody')

    const chosen = await choose(someone, link)
    assert.equal(chosen.location, '/connexion')
    assert.include((await someone.follow(chosen)).text, `Le compte de ${member.name} est ouvert`)
    const signedIn = await someone.signIn({ identifier: member.number, password: NEW_PASSWORD })
    assert.equal(signedIn.location, '/tableau-de-bord')
    assert.include((await someone.follow(signedIn)).title, member.name)
    assert.equal((await visitor().signIn({ identifier: email, password: NEW_PASSWORD })).status, 303)

    const user = await rowOf('users', { email })
    const accesses = await rowsOf('accesses', { member_id: member.id })
    assert.deepEqual(accesses.map(({ user_id: id, holder }) => [id, holder]), [[user.id, true]])
    assert.sameMembers(await eventsOf(member), ['first_access.asked', 'first_access.used'])
  })

  test('gives a password to the holder who has none, and makes nobody', async ({ assert }) => {
    const { member, email, holder } = await createBare()
    await ask(member.number)
    assert.equal((await linksOf(member))[0].email, email)
    assert.equal((await choose(visitor(), await linkOf(member))).status, 303)
    assert.equal((await visitor().signIn({ identifier: holder.email, password: NEW_PASSWORD })).status, 303)
    assert.isNull(await rowOf('users', { email }))
    assert.lengthOf(await rowsOf('accesses', { member_id: member.id }), 1)
  })

  test('of a holder who enters other members too goes to their own address', async ({ assert }) => {
    const { member, holder } = await createBare()
    const other = await createMember()
    const access = await rowOf('accesses', { user_id: holder.id })
    await insert('accesses', { user_id: holder.id, member_id: other.id, rights: JSON.stringify(access.rights) })
    await ask(member.number)
    const [link] = await linksOf(member)
    assert.isNull(link.email)
    assert.equal(link.user_id, holder.id)
  })

  test('adds the account to the access of a contact who has a password already', async ({ assert }) => {
    const { member, email } = await createClosed()
    const user = await createUser({ member: await createMember(), email })
    await ask(member.number)
    const link = await linkOf(member)
    const someone = visitor()
    const page = await someone.get(link)
    assert.deepEqual(page.form('Ajouter ce compte à mon accès')?.action, link)
    assert.equal((await someone.post(link)).location, '/connexion')
    assert.equal((await visitor().signIn({ identifier: member.number, password: PASSWORD })).status, 303)
    assert.lengthOf(await rowsOf('accesses', { user_id: user.id }), 2)
  })
})

test.group('The link of a first access', () => {
  test('works once, also for two clicks at the same moment', async ({ assert }) => {
    const { member } = await createClosed()
    await ask(member.number)
    const link = await linkOf(member)
    const answers = await Promise.all([1, 2, 3].map(() => choose(visitor(), link)))
    assert.sameMembers(answers.map(({ status }) => status), [303, 410, 410])
    const page = await visitor().get(link)
    assert.equal(page.status, 410)
    assert.include(page.links, '/premiere-connexion')
    assert.lengthOf(await rowsOf('accesses', { member_id: member.id }), 1)
  })

  test('holds for 60 minutes', async ({ assert, cleanup }) => {
    const { member } = await createClosed()
    await ask(member.number)
    const link = await linkOf(member)
    itIs(DateTime.utc().plus({ minutes: 59 }), cleanup)
    assert.equal((await visitor().get(link)).status, 200)
    const form = visitor()
    await form.get(link)
    itIs(DateTime.utc().plus({ minutes: 61 }), cleanup)
    assert.equal((await form.post(link, { mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD })).status, 410)
    assert.isEmpty(await rowsOf('accesses', { member_id: member.id }))
  })

  test('is killed by a later one, and opens neither a reset nor is opened by one', async ({ assert }) => {
    const { member } = await createClosed()
    await ask(member.number)
    const first = await linkOf(member)
    await linksOf(member).update({ requested_at: DateTime.utc().minus({ minutes: 5 }).toISO() })
    await ask(member.number)
    const second = await linkOf(member)
    assert.equal((await visitor().get(first)).status, 410)
    assert.equal((await visitor().get(second)).status, 200)
    assert.equal((await visitor().get(second.replace('/premiere-connexion', '/mot-de-passe/reinitialisation'))).status, 410)
  })

  test('does nothing once somebody has a password', async ({ assert }) => {
    const { member, holder } = await createBare()
    await ask(member.number)
    const link = await linkOf(member)
    await owner().from('users').where('id', holder.id).update({ password_hash: 'chosen meanwhile' })
    assert.equal((await choose(visitor(), link)).status, 410)
    assert.equal((await rowOf('users', { id: holder.id })).password_hash, 'chosen meanwhile')
  })

  test('refuses {what}, and stays good')
    .with([
      { what: 'a short password', password: 'court', message: 'au moins 12 caractères' },
      { what: 'a guessable password', password: 'motdepasse1234', message: 'se devine trop facilement' },
      { what: 'another confirmation', password: NEW_PASSWORD, confirmation: 'autre-chose-encore-99', message: 'La confirmation diffère' },
      { what: 'a password of 129 characters', password: 'x'.repeat(129), message: 'au plus' },
    ])
    .run(async ({ assert }, { password, confirmation, message }) => {
      const { member } = await createClosed()
      await ask(member.number)
      const link = await linkOf(member)
      const page = await choose(visitor(), link, password, confirmation)
      assert.equal(page.status, 422)
      assert.include(page.text, message)
      assert.notInclude(page.html, password)
      assert.equal((await visitor().get(link)).status, 200)
    })

  test('is a secret: no cache, no referrer, nothing of it in the database', async ({ assert }) => {
    const { member } = await createClosed()
    await ask(member.number)
    const link = await linkOf(member)
    const { headers } = await visitor().get(link)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
    assert.notInclude(JSON.stringify(await linksOf(member)), link.split('/').at(-1)!)
  })

  test('that is asked every minute is mailed three times, then more and more rarely, with the same answer', async ({ assert, cleanup }) => {
    const { member } = await createClosed()
    for (let minute = 0; minute < 6; minute++) {
      itIs(DateTime.utc().plus({ minutes: minute }), cleanup)
      assert.equal((await ask(member.number)).status, 200)
    }
    assert.lengthOf(await linksOf(member), 4)
    assert.deepEqual(await eventsOf(member), Array(4).fill('first_access.asked'))
  })
})
