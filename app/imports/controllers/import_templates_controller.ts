import type { HttpContext } from '@adonisjs/core/http'
import { sendExport } from '#core/export/send'
import { COLUMNS, FIELDS } from '#imports/rules/fields'

/** A file to fill in: the names of the columns that are read, and no line. */
export default class ImportTemplatesController {
  async show(ctx: HttpContext) {
    const columns = FIELDS.map((field) => ({ label: COLUMNS[field].label, cell: () => null, width: 20 }))
    await sendExport(ctx, 'modele-import-salaries', columns, [])
  }
}
