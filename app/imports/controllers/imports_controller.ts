import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { takeUploaded } from '#core/http/upload'
import { importPeople, type Imported } from '#imports/actions/import_people'
import { importTable } from '#imports/actions/import_table'
import { showImport } from '#imports/controllers/import_page'
import { asSender, senderOf } from '#imports/controllers/sender'
import type { FileContent, ImportFile } from '#imports/files/import_file'
import { LIMITS } from '#imports/files/limits'
import { readTable } from '#imports/files/read_table'
import { Unusable } from '#imports/files/unusable'
import { listImports } from '#imports/queries/find_import'
import { foreignSentence, refusalSentence, refusalStatus, type FileRefusal } from '#imports/rules/file_refusals'
import { countsSentence, formatWord, stateWord } from '#imports/rules/import_words'

export default class ImportsController {
  async index(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const sender = senderOf(ctx)
    const file = takeUploaded<ImportFile>(ctx)
    if (!file || file.name === '') return this.#refused(ctx, { type: 'no_file' })
    if (!file.reader) return this.#refused(ctx, { type: 'too_large', maxBytes: LIMITS.dsnBytes })
    try {
      const read = await readContent(file.reader.content())
      const instant = now()
      const imported = await asSender(sender, (trx) => (read.format === 'dsn' ? importPeople(trx, sender, read, instant) : importTable(trx, sender, read, instant)))
      return imported.ok ? this.#imported(ctx, imported.value) : this.#refused(ctx, imported.error)
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      return this.#refused(ctx, error.refusal)
    }
  }

  async show(ctx: HttpContext) {
    return showImport(ctx)
  }

  async #form(ctx: HttpContext, error?: string) {
    const sender = senderOf(ctx)
    const imports = await ctx.member((trx) => listImports(trx, sender.memberId))
    return ctx.view.render('imports/index', {
      imports,
      stateWord,
      formatWord,
      countsSentence,
      errors: error ? [{ field: 'fichier', message: error }] : [],
      tableMegabytes: LIMITS.tableBytes / 1_000_000,
      dsnMegabytes: LIMITS.dsnBytes / 1_000_000,
    })
  }

  #refused(ctx: HttpContext, refusal: FileRefusal) {
    ctx.response.status(refusalStatus(refusal))
    return this.#form(ctx, refusalSentence(refusal))
  }

  #imported(ctx: HttpContext, { here, elsewhere, foreign }: Imported) {
    if (here) return seeOther(ctx, `/salaries/import/${here}`)
    const names = ctx.currentUser.accesses.filter(({ memberId }) => elsewhere.includes(memberId)).map(({ companyName }) => companyName)
    const others = foreign.map(({ siret }) => foreignSentence(siret))
    flash(ctx, { title: `Ce fichier concerne ${names.join(', ')}`, text: ['Ouvrez ce compte pour le vérifier et l\'appliquer', ...others].join('. ') })
    return seeOther(ctx, '/salaries/import')
  }
}

async function readContent(content: FileContent) {
  if (content.format !== 'dsn') return { format: content.format, table: await readTable(content.rows) }
  if (content.people.length === 0) throw new Unusable({ type: 'nobody' })
  return { format: content.format, people: content.people }
}
