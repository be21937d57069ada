import type { Flash } from '#core/flash'
import type { CodeRefusal } from '#identity/second_factor/check_code'

export const WRONG_CODE = {
  field: 'code',
  message: "Ce code n'est pas le bon, ou il a déjà servi\u00a0: attendez que votre application montre le suivant",
}

const WHY: Record<CodeRefusal['type'] | 'too_late', string> = {
  wrong_code: 'Cinq codes ont été refusés.',
  too_many_codes: "Trop de codes ont été refusés pour ce compte. Attendez un quart d'heure avant de recommencer.",
  unknown: "Ce compte n'est plus ouvert.",
  too_late: 'Le code a été attendu trop longtemps.',
}

/** Why a sign-in starts again at the password. */
export const backToPassword = (why: keyof typeof WHY): Flash => ({ state: 'late', title: WHY[why], text: 'Connectez-vous de nouveau.' })
