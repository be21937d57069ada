import type { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { tellCancellation, tellConvocation, tellReminder, tellSubstitution, type ReminderKey } from '#messaging'
import { askOutcome, cancellationFiles, closeWindow, convocationFacts, convocationFiles, dropAnswerLinks, mintAnswerLink, visitPlan as readPlan } from '#visits'
import { tooEarly, type Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'
import type { VisitPlan } from '#workflows/visits/contract'

// A reminder that could not leave in time says nothing worth reading a day later.
const REMIND_WITHIN_HOURS = 24
const CONVOCATION = 'convocation'

export type VisitActivities = ReturnType<typeof visitActivities>

export function visitActivities({ now }: Clock) {
  return {
    async beginVisit(visitId: string): Promise<void> {
      await markStarted('visits', visitId, await now())
    },

    async planVisit(visitId: string): Promise<VisitPlan> {
      const plan = await asStaff((trx) => planOf(trx, visitId))
      if (!plan) return { over: true, sequence: 0, moments: [] }
      const moments = plan.moments.map(({ key, at }) => ({ key, at: at.toMillis() }))
      return { over: plan.state !== 'convoked', sequence: plan.sequence, moments }
    },

    /** Does what a moment asks, if the visit is still the one that asked it and the moment means something still. */
    async actOnVisit(visitId: string, key: string, sequence: number): Promise<void> {
      const instant = await now()
      const plan = await asStaff((trx) => planOf(trx, visitId))
      if (!plan || plan.state !== 'convoked' || plan.sequence !== sequence) return
      const moment = plan.moments.find((one) => one.key === key)
      if (!moment) return
      if (instant < moment.at) throw tooEarly(moment.at, instant)
      await act(visitId, { ...moment, startsAt: plan.startsAt }, instant)
    },

    /** Tells those whom the end of a visit concerns, as long as the visit was still to come. */
    async tellVisitOver(visitId: string): Promise<void> {
      const instant = await now()
      const facts = await asStaff((trx) => convocationFacts(trx, visitId))
      if (!facts || instant >= facts.startsAt) return
      const enclose = async () => cancellationFiles(facts)
      if (facts.state === 'cancelled') await tellCancellation(facts, enclose, instant)
      if (facts.state === 'substituted') await tellSubstitution(facts, enclose, instant)
    },

    async endVisit(visitId: string): Promise<void> {
      await asStaff((trx) => dropAnswerLinks(trx, visitId))
      await markEnded('visits', visitId, await now())
    },
  }
}

type Act = { key: string; at: DateTime; startsAt: DateTime }

async function act(visitId: string, { key, at, startsAt }: Act, now: DateTime): Promise<void> {
  if (key === 'window_closes') return asStaff((trx) => closeWindow(trx, { visitId }, now))
  if (key === 'outcome_asked') return asStaff((trx) => askOutcome(trx, { visitId }, now))
  const isTooLate = now >= startsAt || (key !== CONVOCATION && now.diff(at).as('hours') > REMIND_WITHIN_HOURS)
  const facts = isTooLate ? null : await asStaff((trx) => convocationFacts(trx, visitId))
  if (!facts) return
  const mintAnswerToken = () => asStaff((trx) => mintAnswerLink(trx, facts, now))
  if (key === CONVOCATION) await tellConvocation(facts, { enclose: () => convocationFiles(facts, now), mintAnswerToken }, now)
  else await tellReminder(facts, key as ReminderKey, { mintAnswerToken }, now)
}

// To the moments of the plan is added the first of all.
async function planOf(trx: Parameters<typeof readPlan>[0], visitId: string) {
  const plan = await readPlan(trx, visitId)
  return plan && { ...plan, moments: [{ key: CONVOCATION, at: plan.convokedAt }, ...plan.moments] }
}
