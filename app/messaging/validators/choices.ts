import vine from '@vinejs/vine'
import { CHANNELS, NOTIFICATION_KINDS, type Choice } from '#messaging/rules/notification_kinds'

/** The value of a ticked box. */
export const boxOf = ({ kind, channel }: Omit<Choice, 'wanted'>) => `${kind}:${channel}`

const PAIRS = NOTIFICATION_KINDS.flatMap((kind) => CHANNELS.map((channel) => ({ kind, channel })))

/** The boxes that were ticked; one that is not in the form is not. */
export const choicesValidator = vine.create({ choix: vine.array(vine.enum(PAIRS.map(boxOf))).optional() })

/** Every pair of the table, as the form leaves it. */
export function choicesOf(ticked: string[] = []): Choice[] {
  return PAIRS.map((pair) => ({ ...pair, wanted: ticked.includes(boxOf(pair)) }))
}
