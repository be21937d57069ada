import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { sendDownload } from '#core/http/download'
import { record } from '#core/journal'
import { requestProofPdf } from '#visits/documents/request_proof_pdf'
import { findRequest } from '#visits/queries/find_request'

/** What an employer shows to prove that it asked, and when. */
export default class RequestProofsController {
  async show(ctx: HttpContext) {
    const { params, currentMember, currentUser } = ctx
    const request = await ctx.member(async (trx) => {
      const found = orNotFound(await findRequest(trx, currentMember.id, params.id))
      const actor = { kind: 'user', id: currentUser.id } as const
      await record(trx, { actor, event: 'visit_request.proof_downloaded', memberId: currentMember.id, subjectId: found.id })
      return found
    })
    sendDownload(ctx, await requestProofPdf(request, currentMember, now()))
  }
}
