import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { recordOutcome, type Outcome } from '#visits'
import { showVisit } from '#back_office/controllers/visit_page'
import { outcomeValidator } from '#back_office/validators/planning'

const SAID: Record<Outcome, { title: string; text: string }> = {
  held: { title: 'La visite est enregistrée comme réalisée', text: "L'échéance suivante est calculée." },
  excused: { title: "L'absence excusée est enregistrée", text: 'La demande revient dans la file, à planifier de nouveau.' },
  unexcused: {
    title: "L'absence non excusée est enregistrée",
    text: 'La demande revient dans la file, à planifier de nouveau.',
  },
}

/** What became of a visit: three buttons, of which one is pressed. */
export default class VisitOutcomesController {
  async store(ctx: HttpContext) {
    const form = await readForm(ctx, outcomeValidator)
    if (!form.ok) return showVisit(ctx, { errors: form.error.errors })

    const outcome = form.value.issue
    const recorded = await asStaff((trx) =>
      recordOutcome(trx, { visitId: ctx.params.id, outcome, staffId: ctx.staff.id }, now())
    )
    if (!recorded.ok) return showVisit(ctx, { refusal: recorded.error })
    flash(ctx, { state: 'fine', ...SAID[outcome] })
    return seeOther(ctx, `/admin/visites/${ctx.params.id}`)
  }
}
