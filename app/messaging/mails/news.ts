import type { Letter } from '#messaging/letter'
import { choicesPage, portalPage, stopPage } from '#messaging/mails/addresses'
import { APPOINTMENT } from '#messaging/mails/wording'
import type { NotificationFacts } from '#messaging/queries/find_notification'
import { sayNotification } from '#messaging/rules/notification_words'

/** To a user who chose to read by mail what the bell says. */
export function news(notification: NotificationFacts, stopToken: string): Letter {
  const { title, text, path } = sayNotification(notification)
  const { name, number } = notification.member
  return {
    subject: `Du nouveau\u00a0: ${APPOINTMENT}`,
    heading: title,
    opening: [text],
    facts: [{ label: 'Compte', value: `${name}, adhérent ${number}` }],
    act: { label: "Voir dans l'Espace adhérent", url: portalPage(path) },
    choice: { settings: choicesPage(), stop: stopPage(stopToken) },
  }
}
