import type { HttpContext } from '@adonisjs/core/http'
import { showVisit } from '#back_office/controllers/visit_page'

export default class VisitsController {
  async show(ctx: HttpContext) {
    return showVisit(ctx)
  }
}
