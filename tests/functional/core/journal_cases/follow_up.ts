import { now } from '#core/clock'
import { asStaff } from '#core/tenants'
import { noteSituation, waiveFirstVisit } from '#follow_up'
import { addDays, parisDay } from '#shared/dates'
import { createEmployee, createMember, createStaff } from '#tests/support/factories'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

async function world() {
  const hiredOn = addDays(parisDay(now()), -20)
  return { hiredOn, employee: await createEmployee({ member: await createMember(), hired_on: hiredOn }), staff: await createStaff({ role: 'health' }) }
}

export const FOLLOW_UP_CASES: Record<string, JournalCase> = {
  'first_visit.waived': async () => {
    const { hiredOn, employee, staff } = await world()
    return () => asStaff((trx) => waiveFirstVisit(trx, { employeeId: employee.id, heldOn: addDays(hiredOn, -200), staffId: staff.id }, now()))
  },
  'situation.noted': async () => {
    const { hiredOn, employee, staff } = await world()
    return () => asStaff((trx) => noteSituation(trx, { employeeId: employee.id, code: 'pregnant', from: hiredOn, to: null, staffId: staff.id }, now()))
  },
}
