import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { seeOther } from '#core/htmx'
import type { FieldError } from '#core/http/form'
import { isResumed } from '#core/http/kept_form'
import { chooseColumns, type ColumnsRefusal } from '#imports/actions/choose_columns'
import { showImport } from '#imports/controllers/import_page'
import { asSender, senderOf } from '#imports/controllers/sender'
import { findImport } from '#imports/queries/find_import'
import { FIELDS, columnLabel } from '#imports/rules/fields'
import { refusalSentence } from '#imports/rules/file_refusals'
import type { Mapping } from '#imports/rules/recognise_columns'

/** Somebody says what the columns of a file are. */
export default class ImportColumnsController {
  async store(ctx: HttpContext) {
    const sender = senderOf(ctx)
    const { id } = ctx.params
    const { header } = orNotFound(await asSender(sender, (trx) => findImport(trx, sender.memberId, id)))
    const mapping = (header ?? []).map((_, rank) => FIELDS.find((field) => field === ctx.request.input(`colonne_${rank}`)) ?? null)
    if (isResumed(ctx)) return showImport(ctx, { mapping })

    const chosen = await asSender(sender, (trx) => chooseColumns(trx, sender, { importId: id, mapping }, now()))
    if (chosen.ok) return seeOther(ctx, chosen.value.here ? `/salaries/import/${id}` : '/salaries/import')
    if (chosen.error.type === 'decided') return this.#decided(ctx)
    return showImport(ctx, { mapping, errors: errorsOf(chosen.error, mapping) })
  }

  #decided(ctx: HttpContext) {
    ctx.response.status(409)
    return showImport(ctx)
  }
}

function errorsOf(refusal: Exclude<ColumnsRefusal, { type: 'decided' }>, mapping: Mapping): FieldError[] {
  if (refusal.type === 'nobody_of_yours') return [{ field: '', message: refusalSentence(refusal) }]
  return refusal.faults.map(({ type, field }) =>
    type === 'missing'
      ? { field: 'colonne_0', message: `Choisissez la colonne «\u00a0${columnLabel(field)}\u00a0»\u00a0: sans elle, personne ne se reconnaît` }
      : { field: `colonne_${mapping.lastIndexOf(field)}`, message: `«\u00a0${columnLabel(field)}\u00a0» est choisi pour plusieurs colonnes` }
  )
}
