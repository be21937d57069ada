import type { HttpContext } from '@adonisjs/core/http'
import { listCentres } from '#home/queries/list_centres'

export default class WelcomeController {
  async show({ view }: HttpContext) {
    return view.render('home/welcome/show', { centres: await listCentres() })
  }
}
