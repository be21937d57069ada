import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { bookSlot, changeSlot, findSlot, freeSlot, handOverSlot, listFreeSlots } from '#calendar'
import { asMembers, asStaff } from '#core/tenants'
import { parisInstant } from '#shared/dates'
import { createCentre, createPractitioner, createSlot, createVisit, insert, owner, rowOf } from '#tests/support/factories'

const startsAt = parisInstant('2026-12-03', '10:00')

/** Visits without a slot of their own, that a slot may be given to. */
async function visitsWithoutSlot(count: number) {
  const visits = await Promise.all(Array.from({ length: count }, () => createVisit({ startsAt })))
  await owner().from('slots').whereIn('id', visits.map(({ slotId }) => slotId)).update({ visit_id: null })
  return visits
}

test.group('Booking a slot', () => {
  test('fifty at once for the last one: one has it, forty-nine are told so', async ({ assert }) => {
    const slot = await createSlot({ startsAt })
    const visits = await visitsWithoutSlot(50)
    const answers = await Promise.all(visits.map(({ id }) => asStaff((trx) => bookSlot(trx, slot.id, id))))
    assert.lengthOf(answers.filter(Boolean), 1)
    assert.equal((await rowOf('slots', { id: slot.id })).visit_id, visits[answers.indexOf(true)]!.id)
  })

  test('is refused for a slot that does not exist', async ({ assert }) => {
    const [visit] = await visitsWithoutSlot(1)
    assert.isFalse(await asStaff((trx) => bookSlot(trx, randomUUID(), visit!.id)))
  })

  test('gives it back only when it is the one of this visit', async ({ assert }) => {
    const visit = await createVisit({ startsAt })
    const other = await createVisit({ startsAt })
    assert.isFalse(await asStaff((trx) => freeSlot(trx, visit.slotId, other.id)))
    assert.isTrue(await asStaff((trx) => freeSlot(trx, visit.slotId, visit.id)))
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
  })

  test('hands it over only from the visit that has it', async ({ assert }) => {
    const visit = await createVisit({ startsAt })
    const [next] = await visitsWithoutSlot(1)
    assert.isFalse(await asStaff((trx) => handOverSlot(trx, visit.slotId, next!.id, visit.id)))
    assert.isTrue(await asStaff((trx) => handOverSlot(trx, visit.slotId, visit.id, next!.id)))
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, next!.id)
  })

  test('changes it for another, or keeps the former when the other is taken', async ({ assert }) => {
    const visit = await createVisit({ startsAt })
    const taken = await createVisit({ startsAt })
    const free = await createSlot({ startsAt: startsAt.plus({ days: 1 }) })
    const change = (to: string) => asStaff((trx) => changeSlot(trx, visit.id, visit.slotId, to))
    assert.isFalse(await change(taken.slotId))
    assert.equal((await rowOf('slots', { id: visit.slotId })).visit_id, visit.id)
    assert.isTrue(await change(free.id))
    assert.isNull((await rowOf('slots', { id: visit.slotId })).visit_id)
    assert.equal((await rowOf('slots', { id: free.id })).visit_id, visit.id)
  })

  test('from the portal reaches the slots of the member\'s own visits only', async ({ assert }) => {
    const mine = await createVisit({ startsAt })
    const foreign = await createVisit({ startsAt })
    const asMine = <T>(work: Parameters<typeof asMembers<T>>[1]) => asMembers([mine.memberId], work)
    assert.isFalse(await asMine((trx) => freeSlot(trx, foreign.slotId, foreign.id)))
    assert.equal((await rowOf('slots', { id: foreign.slotId })).visit_id, foreign.id)
    assert.isTrue(await asMine((trx) => freeSlot(trx, mine.slotId, mine.id)))
  })
})

test.group('One practitioner, one place at a time', () => {
  test('two slots that overlap cannot be, two that follow each other can', async ({ assert }) => {
    const practitioner = await createPractitioner('doctor')
    await createSlot({ startsAt, minutes: 60, practitioner })
    await assert.rejects(() => createSlot({ startsAt: startsAt.plus({ minutes: 59 }), practitioner }), /one_place_at_a_time/)
    await createSlot({ startsAt: startsAt.plus({ minutes: 60 }), practitioner })
  })

  test('two visits that overlap cannot be, whatever slots say', async ({ assert }) => {
    const visit = await createVisit({ startsAt })
    const { practitioner_id: practitionerId, ends_at: endsAt, slot_id: slotId } = await rowOf('visits', { id: visit.id })
    const other = await createVisit({ startsAt: startsAt.plus({ days: 1 }) })
    const again = { member_id: other.memberId, employee_id: other.employeeId, slot_id: slotId, practitioner_id: practitionerId }
    await assert.rejects(
      () => insert('visits', { ...again, starts_at: startsAt, ends_at: endsAt, kind: 'intermediate' }),
      /one_visit_per_practitioner/
    )
  })
})

test.group('The free slots', () => {
  test('are those to come, long enough, with who may hold the visit, soonest first', async ({ assert }) => {
    const centre = await createCentre()
    const doctor = await createPractitioner('doctor')
    const nurse = await createPractitioner('nurse')
    const at = (hours: number) => startsAt.plus({ hours })
    await createSlot({ startsAt: at(-2), centre, practitioner: doctor })
    const late = await createSlot({ startsAt: at(4), centre, practitioner: doctor })
    const soon = await createSlot({ startsAt: at(1), centre, practitioner: doctor })
    await createSlot({ startsAt: at(2), minutes: 30, centre, practitioner: doctor })
    await createSlot({ startsAt: at(1), centre, practitioner: nurse })
    const retired = await createPractitioner('doctor', { active: false })
    await createSlot({ startsAt: at(1), centre, practitioner: retired })
    const taken = await createSlot({ startsAt: at(3), centre, practitioner: doctor })
    const [visit] = await visitsWithoutSlot(1)
    await asStaff((trx) => bookSlot(trx, taken.id, visit!.id))

    const search = { practitionerKinds: ['doctor'] as const, minutes: 60, after: startsAt, limit: 10, centreId: centre.id }
    const found = await asStaff((trx) => listFreeSlots(trx, search))
    assert.deepEqual(found.map(({ id }) => id), [soon.id, late.id])
    assert.containsSubset(found[0], { minutes: 60, practitionerKind: 'doctor', centreName: 'Centre de Vern' })
    assert.isTrue(found[0]!.startsAt.equals(soon.startsAt.toUTC()))
    assert.lengthOf(await asStaff((trx) => listFreeSlots(trx, { ...search, limit: 1 })), 1)
    assert.lengthOf(await asStaff((trx) => listFreeSlots(trx, { ...search, practitionerKinds: ['doctor', 'nurse'] })), 3)
  })

  test('one is found by its id, with its names', async ({ assert }) => {
    const slot = await createSlot({ startsAt, minutes: 30, kind: 'nurse' })
    const found = await asStaff((trx) => findSlot(trx, slot.id))
    assert.containsSubset(found, { id: slot.id, minutes: 30, visitId: null, practitionerKind: 'nurse' })
    assert.isNull(await asStaff((trx) => findSlot(trx, randomUUID())))
  })
})
