import type { HttpContext } from '@adonisjs/core/http'
import { seeOther } from '#core/htmx'
import { takeKeptForm } from '#core/http/kept_form'

/** After a new sign-in: the form that the end of the session interrupted. */
export default class KeptFormsController {
  async show(ctx: HttpContext) {
    const kept = takeKeptForm(ctx, ctx.currentMember.id)
    return kept ? ctx.view.render('identity/kept_forms/show', { kept }) : seeOther(ctx, '/tableau-de-bord')
  }
}
