import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { daysBetween, type Day } from '#shared/dates'
import type { Foreseen } from '#workforce/actions/foresee'
import { DECISIONS } from '#workforce/controllers/visit_decisions'
import { findEmployee } from '#workforce/queries/find_employee'
import { listStoppages, type StoppageRow } from '#workforce/queries/list_stoppages'
import { readFollowUp } from '#workforce/queries/read_follow_up'
import { originChoices, originLabel } from '#workforce/rules/stoppage_origins'

export type StoppagePage = {
  values: Record<string, unknown>
  corrected?: StoppageRow
  errors?: FieldError[]
  foreseen?: Foreseen | null
  status?: number
}

/** The stoppages of somebody, and the form of a new one or of the one that is corrected. */
export async function showStoppages(ctx: HttpContext, { values, corrected, errors = [], foreseen = null, status = 422 }: StoppagePage) {
  const page = await findPerson(ctx)
  if (errors.length > 0) ctx.response.status(status)
  const { rights } = ctx.currentMember
  return ctx.view.render('workforce/stoppages/index', {
    ...page,
    values,
    corrected,
    errors,
    foreseen,
    originLabel,
    origins: originChoices(),
    daysOf: ({ firstDay, lastDay }: StoppageRow) => daysBetween(firstDay, lastDay) + 1,
    action: `/salaries/${page.employee.id}/arrets${corrected ? `/${corrected.id}` : ''}`,
    decisions: DECISIONS,
    mayWrite: rights.workforce === 'write',
    mayAsk: rights.visits === 'write',
  })
}

/** Who the page is about. */
export function findPerson({ member, currentMember, params }: HttpContext) {
  return member(async (trx) => {
    const employee = orNotFound(await findEmployee(trx, currentMember.id, params.id))
    return { employee, stoppages: await listStoppages(trx, employee.id), followUp: await readFollowUp(trx, employee.id) }
  })
}

const NAMES = ['origine', 'premier_jour', 'dernier_jour', 'prescrit_le', 'reprise_le', 'visite_demandee'] as const

/** A stoppage as its form would be typed, all of it or these fields. */
export function typedOf(stoppage: StoppageRow, only: readonly (typeof NAMES)[number][] = NAMES) {
  const day = (value: Day | null) => value?.split('-').toReversed().join('/')
  const typed = {
    origine: stoppage.origin,
    premier_jour: day(stoppage.firstDay),
    dernier_jour: day(stoppage.lastDay),
    prescrit_le: day(stoppage.prescribedOn),
    reprise_le: day(stoppage.returnOn),
    visite_demandee: stoppage.returnVisitAsked ? 'oui' : undefined,
  }
  return Object.fromEntries(only.map((name) => [name, typed[name]]))
}
