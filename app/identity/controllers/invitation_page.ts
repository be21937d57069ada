import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { findMemberInvitation } from '#identity/queries/list_invitations'
import { invitationStateWord } from '#identity/rules/invitations'
import { allows } from '#identity/rules/rights'

/** The page of an invitation; with status 409 when it was settled before what was asked. */
export async function showInvitation(ctx: HttpContext, { over = false } = {}) {
  const { currentMember, params, response, view } = ctx
  const invitation = orNotFound(await ctx.member((trx) => findMemberInvitation(trx, params.id, now())))
  if (over) response.status(409)
  return view.render('identity/invitations/details', {
    invitation,
    refused: over,
    word: invitationStateWord(invitation.state),
    mayAct: allows(currentMember.rights, 'access', 'write') && invitation.state !== 'over' && !invitation.byStaff,
  })
}
