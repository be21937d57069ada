import { now } from '#core/clock'
import { flash } from '#core/flash'
import { isPoll } from '#core/htmx'
import { Forbidden, NotFound, OtherMember, SignedOut } from '#core/exceptions/refusals'
import type { Gatekeeper, Policy } from '#core/http/policy'
import { asMembers, type Trx } from '#core/tenants'
import { allows, type Rights } from '#identity/rules/rights'
import { parisDay } from '#shared/dates'
import type { Access, SessionUser } from '#identity/queries/find_session_user'
import { listAdministrators } from '#identity/queries/list_administrators'
import { journalUserRefusal } from '#identity/gates/journal_refusals'
import { mustChooseMember } from '#identity/gates/must_choose_member'
import { findOtherAccount } from '#identity/gates/other_account'
import { shareNavigation } from '#identity/gates/navigation'
import { sessionEnded } from '#identity/gates/session_ended'
import type { HttpContext } from '@adonisjs/core/http'

export type CurrentMember = {
  id: string
  number: string
  name: string
  preset: Access['preset']
  rights: Rights
  holder: boolean
  /** The user sees the employees of these sites only; null: all of them. */
  siteIds: string[] | null
}

declare module '@adonisjs/core/http' {
  interface HttpContext {
    currentUser: SessionUser
    currentMember: CurrentMember
    /** Runs `work` in a transaction that sees the current member's rows only. */
    member: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
  }
}

export const portalGate: Gatekeeper = {
  findOtherAccount,
  journal: journalUserRefusal,

  async check(policy: Policy, ctx: HttpContext) {
    const user = await findUser(ctx)
    if (!user && policy.audience === 'public') return
    if (!user) throw new SignedOut()
    ctx.currentUser = user
    ctx.response.header('Cache-Control', 'no-store')
    const access = chosenAccess(ctx)
    if (access) enter(ctx, access)
    shareNavigation(ctx)
    if (policy.audience === 'public' || policy.audience === 'user') return
    if (policy.audience === 'staff') throw new SignedOut()

    if (!access) throw mustChooseMember(ctx.currentUser)
    refuseFormOfAnotherMember(ctx)
    if (policy.domain && !allows(ctx.currentMember.rights, policy.domain, policy.level)) {
      throw new Forbidden(await ctx.member((trx) => listAdministrators(trx, parisDay(now()))))
    }
  },
}

async function findUser(ctx: HttpContext): Promise<SessionUser | null> {
  const guard = ctx.auth.use('web')
  if (!(await guard.check())) return null
  const user = guard.user as SessionUser
  if (!sessionEnded(ctx, now(), user.sessionsFrom)) return user
  await guard.logout()
  return null
}

/** The member worked for; kept in the session, so that an access that ends is said instead of another account taking its place. */
function chosenAccess(ctx: HttpContext) {
  const { session, currentUser } = ctx
  const { accesses, lastMemberId } = currentUser
  const byId = (id: string | null) => accesses.find(({ memberId }) => memberId === id)
  const chosenId = session.get('member_id')
  if (chosenId && !byId(chosenId)) return void sayAccessOver(ctx)
  const access = byId(chosenId) ?? byId(lastMemberId) ?? (accesses.length === 1 ? accesses[0] : undefined)
  if (access && access.memberId !== chosenId && !isPoll(ctx)) session.put('member_id', access.memberId)
  return access
}

function sayAccessOver(ctx: HttpContext) {
  if (isPoll(ctx)) return
  ctx.session.forget('member_id')
  flash(ctx, { state: 'soon', title: "L'accès au compte que vous aviez ouvert a pris fin", text: 'Un administrateur de ce compte peut vous dire pourquoi. Vos autres comptes restent ouverts.' })
}

function enter(ctx: HttpContext, access: Access) {
  ctx.currentMember = {
    id: access.memberId,
    number: access.memberNumber,
    name: access.companyName,
    preset: access.preset,
    rights: access.rights,
    holder: access.holder,
    siteIds: access.siteIds,
  }
  ctx.member = (work) => asMembers([access.memberId], work, ctx.currentUser.id)
}

/** The account may have been switched in another tab since the form was shown. */
function refuseFormOfAnotherMember({ request, currentUser, currentMember }: HttpContext) {
  const formMemberId = request.method() === 'POST' ? request.input('adherent') : undefined
  if (formMemberId === undefined || formMemberId === currentMember.id) return
  const access = currentUser.accesses.find(({ memberId }) => memberId === formMemberId)
  if (!access) throw new NotFound()
  throw new OtherMember({ id: access.memberId, name: access.companyName })
}
