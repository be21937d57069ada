import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readKeptFile } from '#core/files'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { sendDownload } from '#core/http/download'
import { listAddress, readPage } from '#core/http/list_address'
import { readForm, type FieldError } from '#core/http/form'
import { record } from '#core/journal'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import { asStaff } from '#core/tenants'
import { acceptSirenChange, parcelOf, proofOf, refuseSirenChange, refusalValidator, sirenReasonLabel, sirenStateLabel, takeSirenChange } from '#members'
import { findSirenChangePage } from '#back_office/queries/find_siren_change_page'
import { PAGE_SIZE, listSirenChanges } from '#back_office/queries/list_siren_changes'
import { opensMembers } from '#back_office/roles'
import { parisDay } from '#shared/dates'

type Refusal = { type: 'not_found' } | { type: 'decided' }

export default class SirenChangesController {
  async index({ request, view }: HttpContext) {
    const page = readPage(request.qs())
    const search = String(request.qs().recherche ?? '').slice(0, 30)
    const rows = await asStaff((trx) => listSirenChanges(trx, { search, page }))
    return view.render('back_office/siren_changes/index', {
      changes: rows.slice(0, PAGE_SIZE),
      ...{ page, search, sirenStateLabel },
      hasNext: rows.length > PAGE_SIZE,
      address: (number: number) => listAddress('/admin/siren', { recherche: search || null, page: number }),
    })
  }

  async show(ctx: HttpContext) {
    return this.#page(ctx)
  }

  async take(ctx: HttpContext) {
    const taken = await asStaff((trx) => takeSirenChange(trx, this.#input(ctx), now()))
    if (!taken.ok) return this.#conflict(ctx, taken.error)
    flash(ctx, { state: 'fine', title: 'Vous avez pris cette demande en charge', text: "L'adhérent le voit sur sa page." })
    return seeOther(ctx, `/admin/siren/${ctx.params.id}`)
  }

  async accept(ctx: HttpContext) {
    const accepted = await asStaff((trx) => acceptSirenChange(trx, this.#input(ctx), now()))
    if (!accepted.ok) return this.#conflict(ctx, accepted.error)
    flash(ctx, { state: 'fine', title: 'Le changement est accepté', text: "L'adhérent reçoit un message." })
    return seeOther(ctx, `/admin/siren/${ctx.params.id}`)
  }

  async refuse(ctx: HttpContext) {
    const form = await readForm(ctx, refusalValidator)
    if (!form.ok) return this.#page(ctx, { errors: form.error.errors })
    const refused = await asStaff((trx) => refuseSirenChange(trx, { ...this.#input(ctx), reason: form.value.motif }, now()))
    if (!refused.ok) return this.#conflict(ctx, refused.error)
    flash(ctx, { state: 'fine', title: 'Le changement est refusé', text: "L'adhérent reçoit un message avec le motif." })
    return seeOther(ctx, `/admin/siren/${ctx.params.id}`)
  }

  async proof(ctx: HttpContext) {
    const change = await this.#find(ctx)
    const content = await readKeptFile(change.proof.key)
    const actor = { kind: 'staff', id: ctx.staff.id } as const
    const entry = { actor, event: 'siren_change.proof_downloaded', memberId: change.memberId, subjectId: change.memberId } as const
    await asStaff((trx) => record(trx, entry))
    sendDownload(ctx, proofOf(change, content))
  }

  #conflict(ctx: HttpContext, refusal: Refusal) {
    if (refusal.type === 'not_found') throw new NotFound()
    return this.#page(ctx, { decided: true })
  }

  async #page(ctx: HttpContext, { errors = [], decided = false }: { errors?: FieldError[]; decided?: boolean } = {}) {
    const change = await this.#find(ctx)
    if (errors.length > 0) ctx.response.status(422)
    if (decided) ctx.response.status(409)
    return ctx.view.render('back_office/siren_changes/show', {
      ...{ change, errors, decided, motif: ctx.request.input('motif') },
      steps: parcelOf(change),
      reason: sirenReasonLabel(change.reason),
      stateLabel: sirenStateLabel(change.state),
      proofPath: `/admin/siren/${change.id}/justificatif`,
      open: change.state === 'received' || change.state === 'in_review',
      mayDecide: opensMembers(ctx.staff.role),
      toCome: change.effectiveOn > parisDay(now()),
    })
  }

  #input({ params, staff }: HttpContext) {
    return { changeId: params.id as string, staffId: staff.id }
  }

  async #find({ params }: HttpContext) {
    return orNotFound(await asStaff((trx) => findSirenChangePage(trx, params.id)))
  }
}
