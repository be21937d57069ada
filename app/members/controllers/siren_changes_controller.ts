import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { forgetFile, keepFile, readKeptFile } from '#core/files'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { sendDownload } from '#core/http/download'
import { readForm, type FieldError } from '#core/http/form'
import { takeUploaded } from '#core/http/upload'
import type { WholeFile } from '#core/http/whole_file'
import { record } from '#core/journal'
import { orNotFound } from '#core/exceptions/refusals'
import { askSirenChange, hasOpenChange, type SirenChangeInput } from '#members/actions/ask_siren_change'
import { proofOf } from '#members/controllers/proof_of'
import { findCompany } from '#members/queries/find_company'
import { findSirenChange } from '#members/queries/find_siren_change'
import { readProofKind } from '#members/rules/proof_file'
import { parcelOf, sirenReasonChoices, sirenReasonLabel, sirenStateLabel } from '#members/rules/siren_change'
import { sirenChangeValidator, sirenRefusalError } from '#members/validators/siren_change'

const NO_PROOF = 'Joignez le justificatif\u00a0: un PDF, ou une image JPEG ou PNG, de 10\u00a0Mo au plus'

/** The change of SIREN or SIRET: asked on proof, followed like a parcel. */
export default class SirenChangesController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, {})
  }

  async store(ctx: HttpContext) {
    const file = takeUploaded<WholeFile>(ctx)
    const bytes = file?.reader?.bytes
    const kind = bytes && readProofKind(file!.name, bytes)
    const form = await readForm(ctx, sirenChangeValidator)
    const proofErrors = kind?.ok ? [] : [{ field: 'justificatif', message: NO_PROOF }]
    if (!form.ok || !kind?.ok) return this.#form(ctx, ctx.request.body(), [...(form.ok ? [] : form.error.errors), ...proofErrors])

    const { siret, raison_sociale: companyName, motif: reason, date_effet: effectiveOn, precision } = form.value
    const input = { memberId: ctx.currentMember.id, userId: ctx.currentUser.id, siret, companyName, reason, effectiveOn, note: precision ?? null }
    const asked = await this.#ask(ctx, input, kind.value, bytes!)
    if (!asked.ok) {
      if (asked.error.type === 'one_is_open') return this.#conflict(ctx)
      return this.#form(ctx, ctx.request.body(), [sirenRefusalError(asked.error)])
    }
    flash(ctx, { state: 'fine', title: 'Votre demande est envoyée', text: 'OSTRA vérifie le justificatif. Rien ne change avant sa réponse.' })
    return seeOther(ctx, `/entreprise/siren/${asked.value}`)
  }

  async show(ctx: HttpContext) {
    const change = await this.#find(ctx)
    return ctx.view.render('members/siren_changes/show', {
      change,
      steps: parcelOf(change),
      reason: sirenReasonLabel(change.reason),
      proofPath: `/entreprise/siren/${change.id}/justificatif`,
      stateLabel: sirenStateLabel(change.state),
    })
  }

  async proof(ctx: HttpContext) {
    const change = await this.#find(ctx)
    const content = await readKeptFile(change.proof.key)
    const actor = { kind: 'user', id: ctx.currentUser.id } as const
    const entry = { actor, event: 'siren_change.proof_downloaded', memberId: change.memberId, subjectId: change.memberId } as const
    await ctx.member((trx) => record(trx, entry))
    sendDownload(ctx, proofOf(change, content))
  }

  // The file is kept first: a row never names a file that is not there. Refused, it is forgotten.
  async #ask(ctx: HttpContext, input: SirenChangeInput, kind: { type: 'application/pdf' | 'image/jpeg' | 'image/png'; extension: string }, bytes: Buffer) {
    const kept = await keepFile('siren_changes', kind.extension, bytes)
    try {
      const asked = await ctx.member((trx) => askSirenChange(trx, input, { ...kept, type: kind.type }, now()))
      if (!asked.ok) await forgetFile(kept.key)
      return asked
    } catch (error) {
      await forgetFile(kept.key)
      throw error
    }
  }

  async #form(ctx: HttpContext, values: Record<string, unknown>, errors: FieldError[] = []) {
    const { company, open } = await ctx.member(async (trx) => ({
      company: orNotFound(await findCompany(trx, ctx.currentMember.id)),
      open: await hasOpenChange(trx, ctx.currentMember.id),
    }))
    if (open) return this.#conflict(ctx)
    if (errors.length > 0) ctx.response.status(422)
    const typed = { raison_sociale: company.name, ...values }
    return ctx.view.render('members/siren_changes/create', { company, values: typed, errors, reasons: sirenReasonChoices() })
  }

  #conflict({ response, view }: HttpContext) {
    response.status(409)
    return view.render('members/siren_changes/open')
  }

  async #find({ currentMember, member, params }: HttpContext) {
    return orNotFound(await member((trx) => findSirenChange(trx, params.id, currentMember.id)))
  }
}
