import type { HttpContext } from '@adonisjs/core/http'

export type Download = { name: string; type: 'application/pdf' | 'text/calendar; charset=utf-8'; content: Buffer | string }

/** A file to keep, not a page: its name is plain ASCII and says nothing of anybody; no cache on the way keeps it. */
export function sendDownload({ response }: HttpContext, { name, type, content }: Download) {
  response.header('Content-Type', type)
  response.header('Content-Disposition', `attachment; filename="${name}"`)
  response.header('Cache-Control', 'private, no-store')
  response.send(content)
}
