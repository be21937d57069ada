import type { HttpContext } from '@adonisjs/core/http'
import type { VineValidator } from '@vinejs/vine'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'
import { isResumed } from '#core/http/kept_form'
import { ok, refuse, type Result } from '#shared/result'
import { hasControlCharacters } from '#shared/text'

export type FieldError = { field: string; message: string }
export type FormErrors = { type: 'invalid'; errors: FieldError[] }

function unreadableFields(body: Record<string, unknown>): FieldError[] {
  return Object.entries(body)
    .filter(([, value]) => [value].flat(3).some((item) => typeof item === 'string' && hasControlCharacters(item)))
    .map(([field]) => ({ field, message: 'Ce texte contient un caractère illisible : saisissez-le de nouveau' }))
}

/** Reads a form by its validator: its values, or the errors to show beside the fields, in the order of the form. `meta` reaches its rules: today. */
export async function readForm<S extends SchemaTypes>(
  ctx: HttpContext,
  validator: VineValidator<S, Record<string, any> | undefined>,
  meta?: Record<string, unknown>
): Promise<Result<Infer<S>, FormErrors>> {
  const body = { ...ctx.request.body(), ...ctx.request.allFiles() }
  if (isResumed(ctx)) return refuse({ type: 'invalid', errors: [] })
  const unreadable = unreadableFields(body)
  if (unreadable.length > 0) return refuse({ type: 'invalid', errors: unreadable })

  const [error, value] = await (validator as any).tryValidate(body, { meta })
  if (!error) return ok(value)
  const errors = (error.messages as FieldError[]).map(({ field, message }) => ({ field, message }))
  return refuse({ type: 'invalid', errors })
}
