import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Takes a file piece by piece, while it arrives, and keeps what it needs of it in memory. */
export interface FileReader {
  take(chunk: Buffer): void
}

/** A file that a form sent: its own name, its size, and the reader that saw it. `reader` is null for one that is too large. */
export type Uploaded<R extends FileReader = FileReader> = { name: string; size: number; reader: R | null }

export type UploadSpec = { field: string; maxBytes: number; open: (name: string) => FileReader }

export type UploadMiddleware = ((ctx: HttpContext, next: NextFn) => Promise<unknown>) & { upload: UploadSpec }

const received = new WeakMap<HttpContext, Uploaded>()

/**
 * Marks the route whose form sends a file. The file is read by `UploadsMiddleware`, once the session is known and before
 * the form's token is checked; it is never written to the disk.
 */
export function upload(spec: UploadSpec): UploadMiddleware {
  return Object.assign((_: HttpContext, next: NextFn) => next(), { upload: spec })
}

/** What the matched route wants of a file. */
export function uploadOf({ route }: HttpContext): UploadSpec | undefined {
  return [...(route?.middleware.all() ?? [])].map((middleware) => (middleware as Partial<UploadMiddleware>).upload).find(Boolean)
}

export function keepUploaded(ctx: HttpContext, file: Uploaded) {
  received.set(ctx, file)
}

/** The file that came with the form, null without one. */
export function takeUploaded<R extends FileReader>(ctx: HttpContext): Uploaded<R> | null {
  const file = (received.get(ctx) as Uploaded<R> | undefined) ?? null
  received.delete(ctx)
  return file
}
