import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { NotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { readIds } from '#core/http/ids'
import { parisDay } from '#shared/dates'
import { listRequestees } from '#visits/queries/list_requestees'
import { searchEmployees } from '#visits/queries/search_employees'
import { preselectedKind } from '#visits/rules/preselected_kind'
import { requestKind, requestKindChoices } from '#visits/rules/request_kinds'

/** The employees that one request may name. */
export const EMPLOYEES_AT_MOST = 50

const FIELDS = ['nature', 'motif', 'a_partir_du', 'demandeur', 'information', 'precision'] as const

/** @throws NotFound for what can be nobody's id. */
export function readEmployeeIds({ request }: HttpContext): string[] {
  return readIds(request.input('salarie'))
}

type Form = { ids: string[]; errors?: FieldError[]; search?: string | null }

/** The form as it stands: the employees chosen, those found, and what was typed. */
export async function showRequestForm(ctx: HttpContext, { ids, errors = [], search }: Form, instant: DateTime) {
  const today = parisDay(instant)
  const { id: memberId } = ctx.currentMember
  const { employees, found } = await ctx.member(async (trx) => ({
    employees: await listRequestees(trx, memberId, ids, instant),
    found: search ? await searchEmployees(trx, memberId, { text: search, except: ids, today }) : null,
  }))
  if (employees.length !== ids.length) throw new NotFound()
  if (errors.length > 0) ctx.response.status(422)

  const typed = Object.fromEntries(FIELDS.map((name) => [name, ctx.request.body()[name]]))
  const nature = typed.nature ?? requestKind(preselectedKind(employees, today)).code
  // Whoever fills it in asks, most often: the name stays theirs to change.
  const demandeur = 'demandeur' in ctx.request.body() ? typed.demandeur : ctx.currentUser.name.slice(0, 100)
  const values = { ...typed, nature, demandeur, ajouter: search }
  return ctx.view.render('visits/requests/create', { employees, found, errors, values, kinds: requestKindChoices() })
}

/** What is wrong with the employees chosen, told beside the field that adds one. */
export function employeeErrors(ids: string[], search: unknown): FieldError[] {
  const error = (message: string) => [{ field: 'ajouter', message }]
  if (search) return error('Choisissez parmi les salariés trouvés, ou videz ce champ')
  if (ids.length === 0) return error('Choisissez au moins un salarié')
  return ids.length > EMPLOYEES_AT_MOST ? error(`Une demande porte sur ${EMPLOYEES_AT_MOST}\u00a0salariés au plus`) : []
}
