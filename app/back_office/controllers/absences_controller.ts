import type { HttpContext } from '@adonisjs/core/http'
import { cutSlots, withdrawAbsence } from '#calendar'
import { now } from '#core/clock'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { formatDay, parisDay } from '#shared/dates'
import { submitChange } from '#back_office/controllers/submit_change'
import { listPractitioners } from '#back_office/queries/openings_week'
import { absenceValidator } from '#back_office/validators/openings'

/** When a practitioner is away. The reason is not asked: nobody here has to know it. */
export default class AbsencesController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, absenceValidator)
    if (!form.ok) return this.#form(ctx, form.error.errors)
    const { professionnel, absent_du: from, absent_au: until } = form.value
    const practitioner = (await asStaff(listPractitioners)).find(({ id }) => id === professionnel)
    if (!practitioner) return this.#form(ctx, [{ field: 'professionnel', message: "Ce professionnel n'est pas en exercice" }])
    if (until < from) return this.#form(ctx, [{ field: 'absent_au', message: 'Le dernier jour vient avant le premier' }])
    if (until < parisDay(now())) return this.#form(ctx, [{ field: 'absent_au', message: 'Ce jour est passé' }])
    return submitChange(ctx, {
      author: { practitionerId: practitioner.id, staffId: ctx.staff.id },
      change: { type: 'absence', from, until },
      practitionerName: practitioner.name,
      what: from === until ? `Absence le ${formatDay(from)}` : `Absence du ${formatDay(from)} au ${formatDay(until)} inclus`,
      back: `/admin/ouvertures?professionnel=${practitioner.id}&semaine=${from}`,
    })
  }

  async destroy(ctx: HttpContext) {
    const practitionerId = await asStaff(async (trx) => {
      const absence = orNotFound(await trx.from('absences').where('id', ctx.params.id).first())
      const author = { practitionerId: absence.practitioner_id as string, staffId: ctx.staff.id }
      if (!(await withdrawAbsence(trx, author, ctx.params.id))) throw new NotFound()
      await cutSlots(trx, author.practitionerId, now())
      return author.practitionerId
    })
    flash(ctx, { state: 'fine', title: "L'absence est retirée", text: 'Les créneaux de ses ouvertures sont de nouveau proposés.' })
    return seeOther(ctx, `/admin/ouvertures?professionnel=${practitionerId}`)
  }

  async #form({ request, response, view }: HttpContext, errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    const practitioners = await asStaff(listPractitioners)
    return view.render('back_office/openings/absence', { practitioners, errors, typed: { professionnel: request.qs().professionnel, ...request.body() } })
  }
}
