import type { DateTime } from 'luxon'
import type { Letter } from '#messaging/letter'
import { firstAccessPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'

/** To the contact on file of a member that nobody has a password for yet. */
export function firstAccess({ token, memberNumber, expiresAt }: { token: string; memberNumber: string | null; expiresAt: DateTime }): Letter {
  return {
    subject: "Votre première connexion à l'Espace adhérent",
    heading: 'Ouvrir votre Espace adhérent',
    opening: [
      `Ce lien vous fait titulaire du compte de l'adhérent\u00a0${memberNumber}\u00a0: vous y choisissez un mot de passe.`,
      `Il sert une seule fois, avant le\u00a0${dated(expiresAt)}.`,
    ],
    act: { label: 'Choisir mon mot de passe', url: firstAccessPage(token) },
    closing: ["Si ce n'est pas à vous d'ouvrir ce compte, ne faites rien\u00a0: il reste fermé."],
  }
}
