import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'
import { renderSVG } from 'uqr'
import { mintTotpSecret, totpSetup } from '#identity/second_factor/totp'

const SECRET = 'totp_setup'
const CODES = 'recovery_codes'

/** The secret of an application that is being set up: it waits sealed in the session for its first code. */
export function awaitedSecret({ session }: HttpContext): string {
  const sealed = (session.get(SECRET) as string | undefined) ?? mintTotpSecret()
  session.put(SECRET, sealed)
  return sealed
}

/** What the page shows of it: a drawing for the camera, text for fingers. */
export function drawSetup(sealed: string, email: string, service: string) {
  const { address, secret } = totpSetup(sealed, { issuer: service, label: email })!
  return { drawing: renderSVG(address, { border: 2 }), secret, address }
}

export function forgetSetup({ session }: HttpContext) {
  session.forget(SECRET)
}

/** New recovery codes wait, sealed, for the one page that shows them. */
export function keepCodesToShow({ session }: HttpContext, codes: string[]) {
  session.put(CODES, encryption.encrypt(codes))
}

/** Takes them, once; null when they were shown. */
export function takeCodesToShow({ session }: HttpContext): string[] | null {
  const sealed = session.pull(CODES) as string | undefined
  return sealed ? encryption.decrypt<string[]>(sealed) : null
}
