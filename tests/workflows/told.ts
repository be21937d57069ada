import { DateTime } from 'luxon'
import { PARIS } from '#shared/dates'
import { rowsOf } from '#tests/support/factories'

export type Told = { message: string; to: 'employee' | 'contact' | 'user' | 'invitation'; at: string }

/** What was told about a thing, in order, with the time on a wall in Paris. */
export async function toldAbout(subjectId: string): Promise<Told[]> {
  const rows = await rowsOf('deliveries', { subject_id: subjectId })
  return rows
    .filter((row) => row.sent_at)
    .toSorted((one, other) => one.sent_at - other.sent_at || one.message.localeCompare(other.message))
    .map((row) => ({
      message: row.message,
      to: row.recipient.split(':')[0],
      at: DateTime.fromJSDate(row.sent_at, { zone: PARIS }).toFormat('yyyy-MM-dd HH:mm'),
    }))
}

/** The messages that one kind of reader got, each with its minute. */
export async function toldTo(reader: Told['to'], subjectId: string) {
  const told = await toldAbout(subjectId)
  return told.filter(({ to }) => to === reader).map(({ message, at }) => [message, at])
}
