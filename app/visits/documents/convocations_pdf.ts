import type { DateTime } from 'luxon'
import type { Download } from '#core/http/download'
import { renderPdf } from '#core/pdf'
import { formatDay, parisDay } from '#shared/dates'
import { counted } from '#shared/wording'
import { convocationSheet } from '#visits/documents/convocation_sheet'
import { SENDER } from '#visits/documents/sender'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'

/** The convocation as a PDF of one page. Its name and its title say the day, never who nor what. */
export async function convocationPdf(facts: ConvocationFacts, now: DateTime): Promise<Download> {
  const day = parisDay(facts.startsAt)
  const title = `Convocation du ${formatDay(day)}`
  return { name: `convocation-${day}.pdf`, type: 'application/pdf', content: await sheets([facts], title, now) }
}

/** One PDF of several convocations, a page each. */
export async function convocationsPdf(all: ConvocationFacts[], now: DateTime): Promise<Download> {
  const [only] = all
  if (all.length === 1 && only) return convocationPdf(only, now)
  return { name: 'convocations.pdf', type: 'application/pdf', content: await sheets(all, counted(all.length, 'convocation'), now) }
}

function sheets(all: ConvocationFacts[], title: string, now: DateTime) {
  const data = { title, footer: `${SENDER} Cette feuille ne dit rien de la nature du rendez-vous.`, sheets: all.map((facts) => convocationSheet(facts, now)) }
  return renderPdf({ template: 'convocations', data, sheets: all.length })
}
