import type { DateTime } from 'luxon'
import { record } from '#core/journal'
import { tell } from '#core/outbox'
import { NotFound } from '#core/exceptions/refusals'
import type { Trx } from '#core/tenants'
import { parisDay, type Day } from '#shared/dates'
import { ok, refuse, type Result } from '#shared/result'
import { listRequestees, type Requestee } from '#visits/queries/list_requestees'
import { admitRequest, type AdmissionRefusal } from '#visits/rules/request_admission'
import type { RequestKind } from '#visits/rules/request_kinds'

export type AskVisit = {
  memberId: string
  employeeIds: string[]
  kind: RequestKind
  reason: string | null
  wishFrom: Day | null
  note: string | null
  /** Of a demand of the employer: who asks, and that the employee was told (R4624-34). */
  demand?: { askedBy: string; employeeInformed: true } | null
  userId: string
}

export type AskedVisit = { requestId: string; employeeName: string }
export type NotAdmitted = { type: 'not_admitted'; refusals: (AdmissionRefusal & { employeeName: string })[] }

/** Asks one visit for each employee, or for none when one of them cannot have it. An open request of the kind stays alone. */
export async function askVisit(
  trx: Trx,
  input: AskVisit,
  now: DateTime
): Promise<Result<{ sent: AskedVisit[]; alreadyOpen: AskedVisit[] }, NotAdmitted>> {
  const employees = await listRequestees(trx, input.memberId, input.employeeIds, now)
  if (employees.length !== new Set(input.employeeIds).size) throw new NotFound()
  const admitted = admitAll(employees, input, now)
  if (!admitted.ok) return admitted

  const sent: AskedVisit[] = []
  const alreadyOpen: AskedVisit[] = []
  for (const { employee, legalDeadline } of admitted.value) {
    const { id: requestId, isNew } = await sendOnce(trx, { ...input, employeeId: employee.id, legalDeadline }, now)
    const asked = { requestId, employeeName: employee.name }
    if (isNew) sent.push(asked)
    else alreadyOpen.push(asked)
  }
  return ok({ sent, alreadyOpen })
}

function admitAll(employees: Requestee[], { kind, reason, wishFrom }: AskVisit, now: DateTime) {
  const decisions = employees.map((employee) => ({
    employee,
    decision: admitRequest({ ...employee, kind, reason, wishFrom }, parisDay(now)),
  }))
  const refusals = decisions.flatMap(({ employee, decision }) =>
    decision.ok ? [] : [{ ...decision.error, employeeName: employee.name }]
  )
  if (refusals.length > 0) return refuse({ type: 'not_admitted', refusals })
  return ok(decisions.flatMap(({ employee, decision }) => (decision.ok ? [{ employee, ...decision.value }] : [])))
}

type NewRequest = AskVisit & { employeeId: string; legalDeadline: Day | null }

// The open request may end between the two questions: then the first one is asked again.
async function sendOnce(trx: Trx, request: NewRequest, now: DateTime): Promise<{ id: string; isNew: boolean }> {
  const id = await send(trx, request, now)
  if (id) return { id, isNew: true }
  const openId = await findOpenRequest(trx, request)
  return openId ? { id: openId, isNew: false } : sendOnce(trx, request, now)
}

// A double click meets the unique index visit_requests_one_open, waits for the first and finds its row.
async function send(trx: Trx, request: NewRequest, now: DateTime): Promise<string | null> {
  const { memberId, employeeId, kind, reason, wishFrom, note, demand, legalDeadline, userId } = request
  const { rows } = await trx.rawQuery(
    `insert into visit_requests
       (member_id, employee_id, kind, reason, wish_from, note, legal_deadline, requested_by, requested_at, asked_by_name, employee_informed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (employee_id, kind) where state in ('sent', 'taken', 'planned') do nothing
     returning id`,
    [memberId, employeeId, kind, reason, wishFrom, note, legalDeadline, userId, now.toISO(), demand?.askedBy ?? null, demand ? now.toISO() : null] as string[]
  )
  const id: string | undefined = rows[0]?.id
  if (!id) return null
  await tell(trx, 'visit_request', id)
  const entry = { actor: { kind: 'user', id: userId }, memberId, subjectId: id } as const
  await record(trx, { ...entry, event: 'visit_request.sent' })
  if (demand) await record(trx, { ...entry, event: 'visit_request.employee_informed' })
  return id
}

async function findOpenRequest(trx: Trx, { employeeId, kind }: NewRequest): Promise<string | null> {
  const row = await trx
    .from('visit_requests')
    .select('id')
    .where({ employee_id: employeeId, kind })
    .whereIn('state', ['sent', 'taken', 'planned'])
    .first()
  return row?.id ?? null
}
