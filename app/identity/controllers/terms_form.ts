import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { NotFound } from '#core/exceptions/refusals'
import { readIds } from '#core/http/ids'
import { decideTerms, type AccessTerms, type TermsRefusal } from '#identity/rules/access_terms'
import { DOMAINS, LEVELS, PRESETS, domainLabel, levelLabel, presetLabel, presetSummary } from '#identity/rules/rights'
import { CUSTOM, DOMAIN_FIELDS, LEVEL_VALUES, termsOf } from '#identity/validators/access_terms'
import { listSites, type MemberSite } from '#members'
import { parisDay } from '#shared/dates'
import type { Result } from '#shared/result'

/**
 * The terms that a form says, once its fields are well written (null: they are not).
 * @throws NotFound for a site that is not the member's, whatever else the form says.
 */
export async function readTerms(ctx: HttpContext, typed: Parameters<typeof termsOf>[0] | null): Promise<Result<AccessTerms, TermsRefusal> | null> {
  const wanted = readIds(ctx.request.input('sites'))
  const sites = await ctx.member((trx) => listSites(trx, ctx.currentMember.id))
  if (!wanted.every((id) => sites.some((site) => site.id === id))) throw new NotFound()
  return typed && decideTerms(termsOf(typed, wanted), parisDay(now()))
}

/** What the fields of the terms need: `stored` before anything was typed. */
export function termsPage({ request }: HttpContext, sites: MemberSite[], stored?: Record<string, unknown>) {
  return {
    sites,
    values: stored ? { ...stored, fin: typeof stored.fin === 'string' ? stored.fin.split('-').toReversed().join('/') : undefined } : request.all(),
    presets: [
      ...PRESETS.map((preset) => ({ value: preset, label: presetLabel(preset), reason: presetSummary(preset) })),
      { value: CUSTOM, label: presetLabel(null), reason: presetSummary(null) },
    ],
    domains: DOMAINS.map((domain) => ({ name: DOMAIN_FIELDS[domain], label: domainLabel(domain) })),
    levels: LEVELS.map((level) => ({ value: LEVEL_VALUES[level], label: levelLabel(level) })),
  }
}
