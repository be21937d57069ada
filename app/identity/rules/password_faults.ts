import { decidePassword } from '#identity/rules/password_policy'

/** What a form that chooses a password has to mend, by field. `personal`: what an attacker knows of the person. */
export function faultsOfPassword(
  { mot_de_passe, confirmation }: { mot_de_passe: string; confirmation: string },
  personal: readonly string[]
): { field: string; message: string }[] {
  const decided = decidePassword(mot_de_passe, personal)
  return [
    ...(decided.ok ? [] : [{ field: 'mot_de_passe', message: decided.error.message }]),
    ...(mot_de_passe === confirmation ? [] : [{ field: 'confirmation', message: 'La confirmation diffère du mot de passe' }]),
  ]
}
