import { test } from '@japa/runner'
import { now } from '#core/clock'
import { workflowId } from '#core/outbox'
import { asMembers } from '#core/tenants'
import { applyImport } from '#imports/actions/decide_import'
import { importPeople } from '#imports/actions/import_people'
import type { StagedPerson } from '#imports/rules/person'
import { temporal as ours } from '#workflows/client'
import { createMember, createUser, rowOf, rowsOf } from '#tests/support/factories'
import type { Child } from '#tests/support/children'
import { eventually } from '#tests/support/eventually'
import { crowd } from '#tests/support/imports/crowd'
import { settleWorkflows, startWorker } from '#tests/support/worker'
import { DevServer } from '#tests/workflows/dev_server'
import { ended, inSkippedTime, passUntil, relay, theirNow } from '#tests/workflows/skipped_time'

const PEOPLE = 300

/** The entries of a file, as they are staged. */
function entering(count: number): StagedPerson[] {
  return crowd(count).map(({ familyName, firstName, birthDate, job, start }, rank) => ({
    line: rank + 2,
    siret: null,
    facts: { familyName, firstName, birthDate, jobTitle: job, hiredOn: start },
    nationalId: null,
    anomalies: [],
  }))
}

/** A member that imports people; gives the import and what to do with it. */
async function imported(count: number, instant = now()) {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const sender = { userId: user.id, memberId: member.id, memberIds: [member.id] }
  const within = <T>(work: Parameters<typeof asMembers<T>>[1]) => asMembers([member.id], work, user.id)
  const answer = await within((trx) => importPeople(trx, sender, { format: 'csv', people: entering(count) }, instant))
  if (!answer.ok) throw new Error('Nobody was imported')
  const id = answer.value.here!
  return { id, member, apply: () => within((trx) => applyImport(trx, { importId: id, memberId: member.id, userId: user.id }, now())) }
}

const stateOf = async (id: string) => (await rowOf('imports', { id })).state
const becomes = (id: string, state: string) => eventually(`the import is ${state}`, async () => (await stateOf(id)) === state, { seconds: 80 })

test.group('An import, when the worker is killed', (group) => {
  let temporal: DevServer
  let worker: Child
  const start = () => startWorker({ TEMPORAL_ADDRESS: temporal.address, TEMPORAL_TASK_QUEUE: ours.taskQueue, LOG_LEVEL: 'error' })

  group.setup(async () => {
    await settleWorkflows()
    temporal = await DevServer.start()
  })
  group.teardown(async () => {
    await worker.stop('SIGKILL')
    await temporal.stop()
  })

  test('in the middle of its application, goes on where it was: nobody enters twice, nobody is left out', async ({ assert }) => {
    worker = await start()
    const { id, member, apply } = await imported(PEOPLE)
    await becomes(id, 'ready')
    await apply()
    const entered = () => rowsOf('employees', { member_id: member.id })
    await eventually('some have entered', async () => (await entered()).length > 20, { seconds: 40 })
    await worker.stop('SIGKILL')
    const halfWay = (await entered()).length
    assert.isBelow(halfWay, PEOPLE)
    worker = await start()
    await becomes(id, 'applied')

    const people = await entered()
    assert.lengthOf(people, PEOPLE)
    assert.equal(new Set(people.map((one) => `${one.first_name} ${one.family_name} ${one.birth_date}`)).size, PEOPLE)
    assert.lengthOf(await rowsOf('posts', { member_id: member.id }), PEOPLE)
    assert.lengthOf(await rowsOf('journal_entries', { member_id: member.id, event: 'employee.hired' }), PEOPLE)
    assert.deepInclude(await rowOf('imports', { id }), { applied: PEOPLE, refused: 0 })
    await eventually('its workflow is over', async () => (await rowOf('imports', { id })).workflow_ended_at)
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
  })
})

test.group('An import, in time', (group) => {
  inSkippedTime(group)

  test('that nobody decides is forgotten when its seven days are over, not before', async ({ assert }) => {
    const { id } = await imported(3, await theirNow())
    await relay()
    await eventually('it is compared', async () => (await stateOf(id)) === 'ready')
    await passUntil((await theirNow()).plus({ days: 6 }))
    assert.equal(await stateOf(id), 'ready')
    await ended(workflowId('import', id))
    assert.equal(await stateOf(id), 'expired')
    assert.isEmpty(await rowsOf('import_lines', { import_id: id }))
    assert.isEmpty(await rowsOf('import_items', { import_id: id }))
  })

  test('that is decided is applied at once, and its workflow ends', async ({ assert }) => {
    const { id, member, apply } = await imported(3, await theirNow())
    await relay()
    await eventually('it is compared', async () => (await stateOf(id)) === 'ready')
    await apply()
    await relay()
    await ended(workflowId('import', id))
    assert.equal(await stateOf(id), 'applied')
    assert.lengthOf(await rowsOf('employees', { member_id: member.id }), 3)
  })
})
