import { test } from '@japa/runner'
import { asStaff, type Trx } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { planRequest, recordOutcome, refuseRequest, takeRequest } from '#visits'
import { createDueVisit, createEmployee, createMember, createRequest, createSlot, createStaff, owner } from '#tests/support/factories'
import { NOW } from '#tests/functional/visits/world'

/** A request, and how a planner of OSTRA acts on it; each act is tried twice. */
async function aRequest() {
  const member = await createMember()
  const employee = await createEmployee({ member })
  await createDueVisit({ employee })
  const request = await createRequest({ employee })
  const staff = await createStaff()
  const twice = async (act: (trx: Trx) => Promise<{ ok: boolean }>) => [(await asStaff(act)).ok, (await asStaff(act)).ok]
  return { member, request, staffId: staff.id, twice }
}

/** What the bell of the member's users was told, in order. */
async function told(member: { id: string }): Promise<string[]> {
  const rows = await owner().from('notifications').where('member_id', member.id).orderBy('id')
  return rows.map(({ kind }) => kind)
}

test.group('What becomes of a request is told to the employer', () => {
  test('once for each state, from the taking to the visit', async ({ assert }) => {
    const { member, request, staffId, twice } = await aRequest()
    const startsAt = parisInstant('2031-03-03', '09:30')
    const slot = await createSlot({ startsAt, minutes: 30, centre: member.centre, practitioner: member.nurse })
    assert.deepEqual(await twice((trx) => takeRequest(trx, { requestId: request.id, staffId }, NOW)), [true, false])
    assert.deepEqual(await twice((trx) => planRequest(trx, { requestId: request.id, slotId: slot.id, staffId }, NOW)), [true, false])
    const visit = await owner().from('visits').where('visit_request_id', request.id).first()
    const after = startsAt.plus({ hours: 1 })
    await twice((trx) => recordOutcome(trx, { visitId: visit.id, outcome: 'held', staffId }, after))
    assert.deepEqual(await told(member), ['request_taken', 'visit_convoked', 'visit_outcome'])
    assert.equal((await owner().from('visit_requests').where('id', request.id).first()).state, 'held')
  })

  test('once when it is refused', async ({ assert }) => {
    const { member, request, staffId, twice } = await aRequest()
    assert.deepEqual(await twice((trx) => refuseRequest(trx, { requestId: request.id, staffId, reason: 'Déjà vue' }, NOW)), [true, false])
    assert.deepEqual(await told(member), ['request_refused'])
  })
})
