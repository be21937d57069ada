import edge from 'edge.js'
import * as dates from '#shared/dates'
import { formatCents } from '#shared/money'
import * as wording from '#shared/wording'
import type { FieldError } from '#core/http/form'

edge.global('dates', dates)
edge.global('formatCents', formatCents)
edge.global('wording', wording)
/** The message to show beside a field. */
edge.global('errorOf', (errors: FieldError[] | undefined, field: string) =>
  errors?.find((error) => error.field === field)?.message
)
