import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { noteFindings } from '#visits'
import { showVisit } from '#back_office/controllers/visit_page'
import { findingsError, findingsValidator } from '#back_office/validators/health'

const NEEDS = { aucune: true, necessaire: false }

/** What the doctor set at a visit: an earlier date for the next one, or that a pre-return found no measure necessary. */
export default class VisitFindingsController {
  async store(ctx: HttpContext) {
    const form = await readForm(ctx, findingsValidator)
    if (!form.ok) return showVisit(ctx, { errors: form.error.errors })

    const { prochaine: nextBy = null, mesure } = form.value
    const input = { visitId: ctx.params.id, nextBy, noMeasureNeeded: mesure ? NEEDS[mesure] : null, staffId: ctx.staff.id }
    const noted = await asStaff((trx) => noteFindings(trx, input, now()))
    if (!noted.ok) {
      const error = findingsError(noted.error)
      return error ? showVisit(ctx, { errors: [error] }) : showVisit(ctx, { refusal: { type: 'not_by_doctor' } })
    }
    flash(ctx, { state: 'fine', title: 'Le constat du médecin est noté', text: 'Les échéances du salarié sont recalculées.' })
    return seeOther(ctx, `/admin/visites/${ctx.params.id}`)
  }
}
