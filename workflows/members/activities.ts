import { asStaff } from '#core/tenants'
import { applySirenChange, findSirenChangeFacts, nextReminder, noteReminder, type SirenChangeFollowed } from '#members'
import { tellSirenChangeDecided, tellSirenChangeReceived, tellSirenChangeWaiting } from '#messaging'
import { parisDay, parisInstant } from '#shared/dates'
import type { Clock } from '#workflows/clock'
import { markEnded, markStarted } from '#workflows/marks'
import type { DateTime } from 'luxon'

export type SirenChangeActivities = ReturnType<typeof sirenChangeActivities>

export function sirenChangeActivities({ now }: Clock) {
  return {
    async beginSirenChange(changeId: string): Promise<void> {
      const instant = await now()
      await markStarted('siren_changes', changeId, instant)
      const change = await asStaff((trx) => findSirenChangeFacts(trx, changeId))
      if (change) await tellSirenChangeReceived(change, instant)
    },

    /** Does what is due now; gives when to look again in milliseconds, null when nothing is left to follow. */
    async followSirenChange(changeId: string): Promise<number | null> {
      const instant = await now()
      const change = await asStaff((trx) => findSirenChangeFacts(trx, changeId))
      if (!change) return null
      return change.state === 'received' || change.state === 'in_review' ? remind(change, instant) : settle(change, instant)
    },

    async endSirenChange(changeId: string): Promise<void> {
      await markEnded('siren_changes', changeId, await now())
    },
  }
}

async function remind(change: SirenChangeFollowed, now: DateTime): Promise<number> {
  const { due, rank, days, next } = nextReminder(parisDay(change.requestedAt), change.reminders, now)
  if (due) {
    await tellSirenChangeWaiting(change, { rank, days }, now)
    await asStaff((trx) => noteReminder(trx, change.id, rank))
  }
  return next.toMillis()
}

async function settle(change: SirenChangeFollowed, now: DateTime): Promise<number | null> {
  const toCome = change.state === 'accepted' && change.effectiveOn > parisDay(now)
  await tellSirenChangeDecided(change, toCome, now)
  if (toCome) return parisInstant(change.effectiveOn, '00:05').toMillis()
  if (change.state === 'accepted') await asStaff((trx) => applySirenChange(trx, { changeId: change.id }, now))
  return null
}
