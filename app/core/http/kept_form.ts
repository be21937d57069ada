import type { HttpContext } from '@adonisjs/core/http'

export type KeptForm = { action: string; fields: [name: string, value: string][] }

const KEY = 'kept_form'
const RESUMED = 'reprise'
const LONGEST = 32_000
const SECRET = /mot_de_passe|confirmation|code|_csrf|^reprise$|^nir$/

/**
 * The session ended under a form: what was typed waits in the next session for the new sign-in. A form that another
 * site posted is not kept, or it could put its own words before the user.
 */
export function keepForm({ request, session }: HttpContext) {
  if (request.method() !== 'POST' || !session || request.header('sec-fetch-site', 'same-origin') !== 'same-origin') return
  const fields = Object.entries(request.body())
    .filter(([name]) => !SECRET.test(name))
    .flatMap(([name, value]) => [value].flat().map((item): [string, unknown] => [name, item]))
    .filter((field): field is [string, string] => typeof field[1] === 'string')
  const typed = fields.filter(([name]) => name !== 'adherent')
  if (typed.length === 0 || JSON.stringify(fields).length > LONGEST) return
  session.put(KEY, { action: request.url(), fields })
}

export function hasKeptForm({ session }: HttpContext) {
  return session.has(KEY)
}

/** Takes the kept form, once, if it was for this member. */
export function takeKeptForm({ session }: HttpContext, memberId: string): KeptForm | null {
  const kept = session.pull(KEY) as KeptForm | undefined
  const adherent = kept?.fields.find(([name]) => name === 'adherent')?.[1]
  return kept && adherent === memberId ? kept : null
}

/** A kept form that comes back is shown with what was typed, not carried out: its sender reads it over and sends it. */
export function isResumed({ request }: HttpContext) {
  return request.input(RESUMED) !== undefined && request.input(RESUMED) !== null
}
