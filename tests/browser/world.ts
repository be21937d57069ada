import { createCentre, createDueVisit, createEmployee, createMember, createSlot, createStaff, createUser, createVisit, owner, type Employee, type Member } from '#tests/support/factories'
import { inDays } from '#tests/support/clock'
import { nextWorkingDays } from '#tests/browser/working_days'

/** Other tests left hundreds of centres, and slots, requests and visits that the planner would see before ours. */
export async function tidyHouse() {
  const { id } = await createCentre({ name: 'Centre de Bruz' })
  await owner().from('members').update({ centre_id: id })
  await owner().from('slots').update({ centre_id: id })
  await owner().from('openings').update({ centre_id: id })
  await owner().from('centres').whereNot('id', id).delete()
  await owner().from('practitioners').update({ active: false })
  const open = ['sent', 'taken', 'planned']
  await owner().from('visit_requests').whereIn('state', open).update({ state: 'cancelled', closed_at: new Date() })
  await owner().from('visits').where('state', 'convoked').update({ state: 'excused', outcome_at: new Date() })
}

/** An employer with somebody to be seen, slots to see them in, a planner of OSTRA. */
export async function createPath() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true, name: 'Camille Dorval' })
  const planner = await createStaff({ role: 'planner' })
  const employee = await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux', job_title: 'Dessinatrice' })
  await createDueVisit({ employee, until_on: inDays(40, '12:00').toISODate() })
  for (const day of nextWorkingDays(8, 4)) {
    await createSlot({ startsAt: day, minutes: 30, centre: member.centre, practitioner: member.nurse })
  }
  return { member, holder, planner, employee }
}

/** A visit that starts in a day: too late to be cancelled. */
export async function createTooLate(member: Member) {
  const employee = await createEmployee({ member, first_name: 'Awa', family_name: 'Diarrassou' })
  return { employee, visit: await createVisit({ employee, startsAt: inDays(1, '14:30') }) }
}

/** A visit that is over, whose outcome nobody has said. */
export async function createOver(member: Member) {
  const employee = await createEmployee({ member, first_name: 'Oumar', family_name: 'Cissokho' })
  return { employee, visit: await createVisit({ employee, startsAt: inDays(-1, '09:00') }) }
}

export type Path = Awaited<ReturnType<typeof createPath>>
export type { Employee }
