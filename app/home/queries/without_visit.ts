/** Of a due visit: nobody has asked or planned it, no convocation of the kind to come, no request that answers it. */
export const WITHOUT_VISIT = `
  not exists (
    select from visits where visits.employee_id = due_visits.employee_id and visits.kind = due_visits.kind
      and state = 'convoked' and visible_to_member)
  and not exists (
    select from visit_requests where visit_requests.employee_id = due_visits.employee_id
      and visit_requests.kind in ('follow_up', due_visits.kind) and state in ('sent', 'taken', 'planned'))`

/** Of an employee: they have not left. */
export const PRESENT = '(left_on is null or left_on >= :today)'
