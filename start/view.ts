import edge from 'edge.js'
import legal, { contactAddress } from '#config/legal'
import { publicAddress } from '#core/http/public_address'
import { helpOfRoute } from '#home/help/articles'
import * as dates from '#shared/dates'
import { formatCents } from '#shared/money'
import * as wording from '#shared/wording'
import type { FieldError } from '#core/http/form'

edge.global('dates', dates)
edge.global('formatCents', formatCents)
edge.global('wording', wording)
edge.global('publicAddress', publicAddress)
edge.global('helpOfRoute', helpOfRoute)
edge.global('legal', { ...legal, contact: contactAddress })
/** The message to show beside a field. */
edge.global('errorOf', (errors: FieldError[] | undefined, field: string) =>
  errors?.find((error) => error.field === field)?.message
)
