import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { listAccesses } from '#identity/queries/list_accesses'
import { actRefusalSentence, type ActRefusal } from '#identity/rules/access_acts'
import { accessStateWord } from '#identity/rules/access_state'
import { DOMAINS, allows, domainLabel, levelLabel } from '#identity/rules/rights'
import { parisDay } from '#shared/dates'

/** The page of an access; after an act that is not possible, with status 409 and why. */
export async function showAccess(ctx: HttpContext, refusal?: ActRefusal) {
  const { currentMember, currentUser, params, response, view } = ctx
  const accesses = await ctx.member((trx) => listAccesses(trx, currentMember.id, parisDay(now())))
  const access = orNotFound(accesses.find(({ id }) => id === params.id))
  if (refusal) response.status(409)
  const own = access.userId === currentUser.id
  return view.render('identity/accesses/show', {
    access,
    own,
    refusal: refusal && actRefusalSentence(refusal),
    word: accessStateWord(access.state),
    lines: DOMAINS.map((domain) => ({ label: domainLabel(domain), level: levelLabel(access.rights[domain]), none: access.rights[domain] === 'none' })),
    mayAct: allows(currentMember.rights, 'access', 'write') && !own && !access.holder,
    isHolder: currentMember.holder,
  })
}
