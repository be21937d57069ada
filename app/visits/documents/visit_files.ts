import type { DateTime } from 'luxon'
import type { Download } from '#core/http/download'
import { parisDay } from '#shared/dates'
import { calendarFile, type CalendarMethod } from '#visits/calendar_file'
import { convocationPdf } from '#visits/documents/convocations_pdf'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'

/** The visit for an agenda, under a name that says only the day. */
export function calendarDownload(facts: ConvocationFacts, method: CalendarMethod): Download {
  const name = `rendez-vous-${parisDay(facts.startsAt)}.ics`
  return { name, type: `text/calendar; charset=utf-8; method=${method}`, content: Buffer.from(calendarFile(facts, method)) }
}

/** What goes with the mail of a convocation, or of a new date: the sheet and the visit for an agenda. */
export async function convocationFiles(facts: ConvocationFacts, now: DateTime): Promise<Download[]> {
  return [await convocationPdf(facts, now), calendarDownload(facts, 'PUBLISH')]
}

/** What goes with the mail of a cancellation, or to whom the place was taken: the visit out of an agenda. */
export function cancellationFiles(facts: ConvocationFacts): Download[] {
  return [calendarDownload(facts, 'CANCEL')]
}
