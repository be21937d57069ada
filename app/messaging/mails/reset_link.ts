import type { DateTime } from 'luxon'
import type { Letter } from '#messaging/letter'
import { resetPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'

export function resetLink({ token, expiresAt }: { token: string; expiresAt: DateTime }): Letter {
  return {
    subject: "Votre mot de passe de l'Espace adhérent",
    heading: 'Choisir un nouveau mot de passe',
    opening: [`Ce lien sert une seule fois, avant le\u00a0${dated(expiresAt)}.`],
    act: { label: 'Choisir un nouveau mot de passe', url: resetPage(token) },
    closing: ["Si vous n'avez rien demandé, ne faites rien\u00a0: votre mot de passe ne change pas."],
  }
}
