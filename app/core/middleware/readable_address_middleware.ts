import { Unreadable } from '#core/exceptions/refusals'
import { hasControlCharacters } from '#shared/text'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** A control character in an address reaches no query. */
export default class ReadableAddressMiddleware {
  async handle({ request, params }: HttpContext, next: NextFn) {
    const values = [...Object.values(params), ...Object.values(request.qs())].flat(3)
    if (values.some((value) => typeof value === 'string' && hasControlCharacters(value))) throw new Unreadable()
    return next()
  }
}
