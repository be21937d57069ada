/** What a bell may ring for. All of it concerns visits and requests: the right to read visits opens it. */
export const NOTIFICATION_KINDS = [
  'visit_convoked',
  'visit_moved',
  'visit_cancelled',
  'visit_substituted',
  'employee_declined',
  'visit_outcome',
  'request_taken',
  'request_refused',
  'request_message',
] as const

export const CHANNELS = ['bell', 'email'] as const

export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]
export type Channel = (typeof CHANNELS)[number]

/** What a user chose; what is not here is as by default. */
export type Choice = { kind: NotificationKind; channel: Channel; wanted: boolean }

const LABELS: Record<NotificationKind, string> = {
  visit_convoked: 'Nouvelle convocation',
  visit_moved: 'Rendez-vous déplacé',
  visit_cancelled: 'Rendez-vous annulé',
  visit_substituted: 'Salarié remplacé',
  employee_declined: 'Salarié qui ne peut pas venir',
  visit_outcome: 'Visite réalisée ou absence enregistrée',
  request_taken: 'Demande prise en charge',
  request_refused: 'Demande refusée',
  request_message: "Message d'OSTRA sur une demande",
}

export const notificationLabel = (kind: NotificationKind) => LABELS[kind]

/** Whether a user hears of a kind by a channel. By default the bell, and no mail: those of the member's contacts leave anyway. */
export function isWanted(choices: Choice[], kind: NotificationKind, channel: Channel): boolean {
  const choice = choices.find((one) => one.kind === kind && one.channel === channel)
  return choice?.wanted ?? channel === 'bell'
}

/** The kinds that ring for a user. */
export function rungKinds(choices: Choice[]): NotificationKind[] {
  return NOTIFICATION_KINDS.filter((kind) => isWanted(choices, kind, 'bell'))
}
