import type { HttpContext } from '@adonisjs/core/http'
import { showFollowUp } from '#back_office/controllers/follow_up_page'

export default class FollowUpsController {
  async show(ctx: HttpContext) {
    return showFollowUp(ctx)
  }
}
