import type { DateTime } from 'luxon'
import type { Letter } from '#messaging/letter'
import { emailConfirmationPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'

type Link = { token: string; expiresAt: DateTime; newEmail?: string | null }

const once = (expiresAt: DateTime) => `Ce lien sert une seule fois, avant le\u00a0${dated(expiresAt)}.`

/** To the address that somebody is leaving: nobody else changes it unseen. */
export function oldEmail({ token, expiresAt, newEmail: wanted }: Link): Letter {
  return {
    subject: "Votre adresse dans l'Espace adhérent",
    heading: "Changer d'adresse e-mail",
    opening: [
      "Une autre adresse a été demandée pour votre accès. Confirmez que c'est vous\u00a0: elle change quand la nouvelle adresse est confirmée aussi.",
      once(expiresAt),
    ],
    facts: [{ label: 'Nouvelle adresse', value: wanted ?? '' }],
    act: { label: 'Confirmer le changement', url: emailConfirmationPage(token) },
    closing: ["Si vous n'avez rien demandé, ne faites rien\u00a0: votre adresse ne change pas. Changez alors votre mot de passe\u00a0: quelqu'un d'autre le connaît peut-être."],
  }
}

/** To the address that somebody says is theirs. */
export function newEmail({ token, expiresAt }: Link): Letter {
  return {
    subject: "Votre adresse dans l'Espace adhérent",
    heading: 'Confirmer cette adresse',
    opening: [
      "Cette adresse a été demandée pour un accès à l'Espace adhérent. Elle y servira d'identifiant quand l'adresse d'avant aura confirmé aussi.",
      once(expiresAt),
    ],
    act: { label: 'Confirmer cette adresse', url: emailConfirmationPage(token) },
    closing: ["Si vous n'avez rien demandé, ne faites rien\u00a0: cette adresse ne sert à rien ici."],
  }
}
