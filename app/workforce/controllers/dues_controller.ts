import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#members'
import { now } from '#core/clock'
import { parisDay } from '#shared/dates'
import { countDues, listDues } from '#workforce/queries/list_dues'
import { categoryLabel } from '#workforce/rules/categories'
import { DELAYS, DELAY_LABELS, dueAddress, dueKindChoices, readDueFilters } from '#workforce/validators/due_filters'

export default class DuesController {
  async index(ctx: HttpContext) {
    const instant = now()
    const { id: memberId, rights } = ctx.currentMember
    const page = await ctx.member(async (trx) => {
      const sites = await listSites(trx, memberId)
      const filters = readDueFilters(ctx.request.qs(), sites.map(({ id }) => id))
      const list = await listDues(trx, memberId, filters, instant)
      return { sites, filters, ...list, counts: await countDues(trx, memberId, filters, parisDay(instant)) }
    })
    const { filters, counts, next } = page
    return ctx.view.render('workforce/dues/index', {
      ...page,
      tabs: DELAYS.filter((delai) => delai !== 'sans-date' || counts[delai] > 0 || filters.delai === delai).map((delai) => ({
        label: DELAY_LABELS[delai],
        count: counts[delai],
        href: dueAddress({ ...filters, delai }),
        current: delai === filters.delai,
      })),
      kinds: dueKindChoices(),
      address: dueAddress(filters),
      firstPage: filters.after ? dueAddress(filters) : null,
      nextPage: next && dueAddress(filters, next),
      today: parisDay(instant),
      mayAsk: rights.visits === 'write',
      seesVisits: rights.visits !== 'none',
      categoryLabel,
    })
  }
}
