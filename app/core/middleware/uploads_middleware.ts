import { keepUploaded, uploadOf, type UploadSpec } from '#core/http/upload'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What is read and thrown away of a file that is too large, so that its sender still gets a page. */
const PATIENCE = 4

/**
 * Reads a form with a file, before its token is looked for in it: only of somebody who is signed in, and only where a
 * route waits for one. A file that grows past the limit is let go of at once.
 */
export default class UploadsMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const spec = uploadOf(ctx)
    const isForm = ctx.request.is(['multipart/form-data']) !== null
    if (spec && isForm && ctx.session.has('auth_web')) await receive(ctx, spec)
    return next()
  }
}

async function receive(ctx: HttpContext, { field, maxBytes, open }: UploadSpec) {
  const { multipart } = ctx.request
  multipart.onFile(field, {}, async (part) => {
    let reader: ReturnType<typeof open> | null = open(part.filename)
    let size = 0
    for await (const chunk of part as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) reader = null
      if (size > PATIENCE * maxBytes) multipart.abort(tooLarge())
      reader?.take(chunk)
    }
    keepUploaded(ctx, { name: part.filename, size, reader })
    return {}
  })
  await multipart.process()
}

function tooLarge() {
  return Object.assign(new Error('request entity too large'), { code: 'E_REQUEST_ENTITY_TOO_LARGE', status: 413 })
}
