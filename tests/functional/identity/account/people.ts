import { DateTime } from 'luxon'
import { Secret, TOTP } from 'otpauth'
import { createMember, createUser, rowsOf, type User } from '#tests/support/factories'
import { owner } from '#tests/support/factories'
import { signedInAs, visitor, type Page, type Visitor } from '#tests/support/http'

export const FACTOR = '/compte/double-authentification'

/** A holder, signed in. */
export async function somebody() {
  const user = await createUser({ member: await createMember(), holder: true })
  return { user, someone: await signedInAs(user) }
}

/** The secret that a set-up page shows in text. */
export const secretOn = ({ text }: Page) => /Clé à saisir : ([A-Z2-7 ]+?) Sur ce/.exec(text)![1]!.replaceAll(' ', '')

export const codeOf = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + seconds * 1000 })

/** Six digits that are no code of this secret around now. */
export function wrongCodeOf(secret: string) {
  const right = [-60, -30, 0, 30, 60].map((seconds) => codeOf(secret, seconds))
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find((code) => !right.includes(code))!
}

export const codesOn = ({ html }: Page) => [...html.matchAll(/<code>([0-9a-z-]+)<\/code>/g)].map(([, code]) => code!)

/** Sets an application up by the pages. Its code is of the step before, so that the one of now can still be used. */
export async function setUpTotp(someone: Visitor) {
  const secret = secretOn(await someone.get(`${FACTOR}/application`))
  const enabled = await someone.post(`${FACTOR}/application`, { code: codeOf(secret, -30) })
  if (enabled.status !== 303) throw new Error(`The application could not be set up: ${enabled.status} ${enabled.text.slice(0, 300)}`)
  return { secret, codes: codesOn(await someone.follow(enabled)) }
}

/** Somebody with an application, and a browser of theirs that gave the password. */
export async function halfway() {
  const { user, someone } = await somebody()
  const { secret, codes } = await setUpTotp(someone)
  const other = visitor()
  const asked = await other.signIn(user)
  return { user, someone, secret, codes, other, asked }
}

export async function giveCode(someone: Visitor, code: string) {
  await someone.get('/connexion/code')
  return someone.post('/connexion/code', { code })
}

/** What the journal has of somebody, in its order, without what everybody does. */
export async function eventsOf({ id }: Pick<User, 'id'>): Promise<string[]> {
  const rows = await rowsOf('journal_entries', { subject_id: id })
  return rows.map(({ event }) => event).filter((event) => event !== 'session.opened')
}

export async function noticesOf({ id }: Pick<User, 'id'>): Promise<string[]> {
  const rows = await owner().from('security_notices').where('user_id', id).orWhere('staff_id', id).orderBy('id')
  return rows.map(({ kind }) => kind)
}

/** The password was given too long ago for what is sensitive, though the session goes on. */
export async function growStale(someone: Visitor) {
  const id = sessionIdOf(someone)
  const row = await owner().from('sessions').where('id', id).first()
  const data = JSON.parse(row.data)
  data.message.authenticated_at = DateTime.utc().minus({ minutes: 11 }).toMillis()
  await owner().from('sessions').where('id', id).update({ data: JSON.stringify(data) })
}

/** The id in the signed cookie of a session. */
export function sessionIdOf(someone: Visitor) {
  const { value } = someone.cookies.find(({ name }) => name === 'ostra_portal' || name === 'ostra_staff')!
  const [payload] = decodeURIComponent(value).replace(/^s:/, '').split('.')
  return JSON.parse(Buffer.from(payload!, 'base64').toString()).message as string
}
