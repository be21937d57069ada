import type { DateTime } from 'luxon'
import { instant } from '#core/instant'
import { decideSession } from '#identity/rules/session_limits'
import { deviceName } from '#identity/devices/device_name'
import { sessionsOf } from '#identity/devices/sessions'
import type { Holder } from '#identity/second_factor/holder'

export type Device = { handle: string; name: string; signedInAt: DateTime; seenAt: DateTime; isThisOne: boolean }

/** Where somebody is signed in at `now`, this device first, then the last used first. */
export async function listDevices(holder: Holder, sessionId: string, now: DateTime): Promise<Device[]> {
  const rows = await sessionsOf(holder).whereNotNull('signed_in_at').orderBy('seen_at', 'desc')
  return rows
    .map((row) => ({
      handle: row.handle as string,
      name: deviceName(row.user_agent ?? ''),
      signedInAt: instant(row.signed_in_at),
      seenAt: instant(row.seen_at),
      isThisOne: row.id === sessionId,
    }))
    .filter(({ signedInAt, seenAt }) => decideSession({ signedInAt, lastSeenAt: seenAt }, now).ok)
    .toSorted((one, other) => Number(other.isThisOne) - Number(one.isThisOne))
}
