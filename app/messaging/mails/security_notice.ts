import type { SecurityNoticeFacts } from '#identity'
import type { Letter } from '#messaging/letter'
import { accountPage, staffAccountPage } from '#messaging/mails/addresses'
import { dated } from '#messaging/mails/wording'

type Words = { heading: string; text: string }

const WORDS: Record<SecurityNoticeFacts['kind'], Words> = {
  password_changed: { heading: 'Votre mot de passe a changé', text: 'Les autres appareils ont été déconnectés.' },
  second_factor_on: { heading: 'La double authentification est activée', text: 'Le mot de passe seul ne suffit plus pour entrer.' },
  second_factor_off: { heading: 'La double authentification est arrêtée', text: 'Le mot de passe seul suffit de nouveau pour entrer.' },
  second_factor_changed: { heading: "L'application d'authentification a changé", text: "L'ancienne application ne sert plus." },
  recovery_codes_made: { heading: 'Vos codes de secours ont été remplacés', text: 'Les codes gardés jusque-là ne servent plus.' },
  recovery_code_used: { heading: 'Un code de secours a servi', text: 'Il a ouvert votre accès et ne sert plus.' },
  passkey_added: { heading: "Une clé d'accès a été ajoutée", text: 'Elle ouvre votre accès sans mot de passe.' },
  passkey_removed: { heading: "Une clé d'accès a été retirée", text: "Elle n'ouvre plus votre accès." },
  email_changed: { heading: 'Votre adresse e-mail a changé', text: 'Les deux adresses ont été confirmées. Connectez-vous avec la nouvelle.' },
  email_wanted: {
    heading: 'Votre adresse a été demandée',
    text: "Quelqu'un a demandé à utiliser cette adresse pour un autre accès. Elle ouvre déjà le vôtre\u00a0: rien ne change.",
  },
}

// A stranger mistyping an address is nothing to act on.
const NOT_YOU = "Si ce n'est pas vous, changez votre mot de passe tout de suite, puis déconnectez les autres appareils."

const KEYS_STAY = "Les clés d'accès enregistrées ouvrent toujours votre accès\u00a0: retirez dans Mon compte celles que vous ne reconnaissez pas."

/** What was changed to the locks of an account, to its owner. Says neither from where nor how: a mailbox may be read by others. */
export function securityNotice({ kind, at, owner, passkeys }: SecurityNoticeFacts): Letter {
  const { heading, text } = WORDS[kind]
  return {
    subject: owner === 'staff' ? "Votre accès à l'espace de l'équipe" : "Votre accès à l'Espace adhérent",
    heading,
    // A key added by somebody else outlives the password that let them in.
    opening: [text, ...(kind === 'password_changed' && passkeys > 0 ? [KEYS_STAY] : [])],
    facts: [{ label: 'Date', value: dated(at) }],
    act: { label: 'Ouvrir Mon compte', url: owner === 'staff' ? staffAccountPage() : accountPage() },
    ...(kind !== 'email_wanted' && { closing: [NOT_YOU] }),
  }
}
