import type { MintedInvitation } from '#identity'
import type { Letter } from '#messaging/letter'
import { invitationPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'

/** The same words whether or not the reader has an account: its page tells the two apart. */
export function invitation({ company, inviter, becomesHolder, token, expiresAt }: MintedInvitation): Letter {
  return {
    subject: "Une invitation à l'Espace adhérent d'OSTRA",
    heading: becomesHolder ? `Devenir titulaire du compte de ${company}` : `Rejoindre le compte de ${company}`,
    opening: [
      becomesHolder
        ? `OSTRA vous invite à devenir titulaire du compte de ${company} dans l'Espace adhérent\u00a0: vous y gérez les accès et tout ce qui concerne la santé au travail des salariés.`
        : `${inviter} vous invite à rejoindre le compte de ${company} dans l'Espace adhérent d'OSTRA, le service de prévention et de santé au travail.`,
      `Ce lien sert une seule fois, avant le\u00a0${dated(expiresAt)}.`,
    ],
    act: { label: "Répondre à l'invitation", url: invitationPage(token) },
    closing: ["Si vous n'attendiez pas cette invitation, ne faites rien\u00a0: sans réponse, elle n'ouvre aucun accès."],
  }
}

export function invitationReminder(minted: MintedInvitation): Letter {
  const { subject, opening, ...rest } = invitation(minted)
  return {
    ...rest,
    subject: `Rappel\u00a0: ${subject.charAt(0).toLowerCase()}${subject.slice(1)}`,
    opening: [...opening, "Ce lien remplace celui du premier message."],
  }
}
