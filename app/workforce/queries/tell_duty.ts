import type { Trx } from '#core/tenants'
import { dutyWords } from '#follow_up/rules/duty_words'
import type { DutyCode } from '#follow_up'

const INFORMED = "OSTRA est informé de la fin de l'exposition ou du départ\u00a0: dites-le au salarié si ce n'est pas fait."

/** The words of the duties about an employee: the service that was asked the visit of an exposure that ends is informed. */
export async function tellDuty(trx: Trx, employeeId: string): Promise<(code: DutyCode) => string> {
  const asked = await trx
    .from('visit_requests')
    .where({ employee_id: employeeId, kind: 'post_exposure' })
    .whereIn('state', ['sent', 'taken', 'planned'])
    .first()
  return (code) => (asked && code === 'inform_service_of_departure' ? INFORMED : dutyWords(code))
}
