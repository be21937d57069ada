import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#members'
import type { FieldError } from '#core/http/form'
import type { Hired } from '#workforce/actions/hire_people'
import { readWorkforceChoices } from '#workforce/queries/read_workforce_choices'
import type { Match } from '#workforce/queries/list_matches'
import { contractChoices } from '#workforce/rules/contracts'
import { riskChoices } from '#workforce/rules/risks'
import { searchJobs, findJob } from '#workforce/rules/search_jobs'
import { ROWS_AT_MOST } from '#workforce/validators/hire'

/** The buttons of the form: what each one does. */
export const STEPS = { preview: 'apercu', save: 'enregistrer', addRow: 'ligne', searchJob: 'pcs' } as const

export type HirePage = {
  rows: number
  errors?: FieldError[]
  known?: Map<number, Match[]>
  /** The rows that answered for somebody else. */
  another?: readonly number[]
  hired?: Hired[] | null
  searchesJob?: boolean
}

/** The rows of the form, the one that was asked for included. */
export function readRows({ request }: HttpContext): number {
  const rows = Math.trunc(Number(request.input('lignes'))) || 1
  return Math.min(ROWS_AT_MOST, Math.max(1, rows))
}

/** The ranks of the rows in which something was typed, the first one always. */
export function filledRows({ request }: HttpContext, rows: number): number[] {
  const typed = request.body()
  const ranks = Array.from({ length: rows }, (_, index) => index + 1)
  const isFilled = (rank: number) => ['nom', 'prenom', 'naissance', 'email', 'telephone', 'matricule'].some((name) => typed[`${name}_${rank}`])
  const filled = ranks.filter(isFilled)
  return filled.length > 0 ? filled : [1]
}

/** The sites in which the user may put somebody; a user limited to some sites must choose one of them. */
export async function readSites(ctx: HttpContext) {
  const { id, siteIds } = ctx.currentMember
  const sites = await ctx.member((trx) => listSites(trx, id))
  return sites.filter((site) => !site.closed && (siteIds === null || siteIds.includes(site.id)))
}

/** The form as it stands: what was typed, what is wrong, who is known already, what it would entail. */
export async function showHireForm(ctx: HttpContext, { rows, errors = [], known = new Map(), another = [], hired = null, searchesJob = false }: HirePage) {
  const { id: memberId, siteIds, rights } = ctx.currentMember
  const sites = await readSites(ctx)
  const choices = await ctx.member((trx) => readWorkforceChoices(trx, memberId))
  const values = ctx.request.body()
  if (errors.length > 0) ctx.response.status(422)
  return ctx.view.render('workforce/hires/create', {
    rows: Array.from({ length: rows }, (_, index) => ({ rank: index + 1, known: known.get(index + 1) ?? [], another: another.includes(index + 1) })),
    roomForMore: rows < ROWS_AT_MOST,
    errors,
    values,
    hired,
    choices,
    sites,
    siteRequired: siteIds !== null,
    contracts: contractChoices(),
    risks: riskChoices(),
    jobs: searchesJob ? searchJobs(String(values.intitule ?? '')) : null,
    job: values.pcs ? findJob(String(values.pcs).toLowerCase()) : null,
    mayAsk: rights.visits === 'write',
    steps: STEPS,
  })
}
