import type { HttpContext } from '@adonisjs/core/http'

/** Its name is plain ASCII and says nothing of anybody. */
export type Download = { name: string; type: string; content: Buffer }

/** A file to keep, not a page; no cache on the way keeps it. */
export function sendDownload({ response }: HttpContext, { name, type, content }: Download) {
  response.header('Content-Type', type)
  response.header('Content-Disposition', `attachment; filename="${name}"`)
  response.header('Cache-Control', 'private, no-store')
  response.send(content)
}
