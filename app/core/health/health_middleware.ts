import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { checkParts } from '#core/health/check_parts'

/** `/health/live` and `/health/ready`. Before the router and its session, which need the very database that may be down. */
export default class HealthMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    if (!['GET', 'HEAD'].includes(request.method())) return next()
    switch (request.url()) {
      case '/health/live':
        return response.header('Cache-Control', 'no-store').json({ status: 'ok' })
      case '/health/ready': {
        const health = await checkParts()
        return response
          .header('Cache-Control', 'no-store')
          .status(health.status === 'ok' ? 200 : 503)
          .json(health)
      }
      default:
        return next()
    }
  }
}
