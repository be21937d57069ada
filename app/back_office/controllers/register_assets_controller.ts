import { Router } from 'adminjs'
import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'

const SCRIPTS = ['global.bundle.js', 'design-system.bundle.js', 'app.bundle.js']

const FILES = new Map(
  Router.assets
    .map(({ path, src }) => [path.split('/').at(-1)!, src.replace('.development.js', '.production.js')] as const)
    .filter(([name]) => SCRIPTS.includes(name))
)

/** AdminJS's own scripts, built by its authors. Ours adds no component to them, so there is no bundle to make. */
export default class RegisterAssetsController {
  async show({ params, response }: HttpContext) {
    const file = orNotFound(FILES.get(params.file))
    response.header('Cache-Control', 'private, max-age=86400')
    return response.download(file, true)
  }
}
