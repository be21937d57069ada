import type { DateTime } from 'luxon'
import type { Download } from '#core/http/download'
import { renderPdf } from '#core/pdf'
import { parisDay } from '#shared/dates'
import { requestProof } from '#visits/documents/request_proof'
import type { RequestPage } from '#visits/queries/find_request'

/** The proof that a request was sent, a PDF of one page. Its name says the day, never who nor what. */
export async function requestProofPdf(
  request: RequestPage,
  member: { number: string; name: string },
  now: DateTime
): Promise<Download> {
  const content = await renderPdf({ template: 'request_proof', data: requestProof(request, member, now), sheets: 1 })
  return { name: `preuve-demande-${parisDay(request.requestedAt)}.pdf`, type: 'application/pdf', content }
}
