import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'

const MINUTES = 5

export type Purpose = 'add' | 'sign_in' | 'code' | 'reauthenticate'

const sessions = () => db.connection('portal')

/** Notes what the browser was asked to have signed, in this session and for this act only. */
export async function noteChallenge({ session }: HttpContext, purpose: Purpose, challenge: string, now: DateTime) {
  await sessions()
    .from('sessions')
    .where('id', session.sessionId)
    .update({ challenge: `${purpose}:${challenge}`, challenge_until: now.plus({ minutes: MINUTES }).toISO() })
}

/** Takes it, once: of two answers at the same moment one finds it. Null when there is none, or it is of another act or too old. */
export async function takeChallenge({ session }: HttpContext, purpose: Purpose, now: DateTime): Promise<string | null> {
  const { rows } = await sessions().rawQuery(
    `update sessions set challenge = null, challenge_until = null where id = ? and challenge is not null
     returning old.challenge, old.challenge_until > ?::timestamptz as in_time`,
    [session.sessionId, now.toISO()!]
  )
  const [of, challenge] = (rows[0]?.challenge ?? '').split(':')
  return rows[0]?.in_time && of === purpose ? challenge : null
}
