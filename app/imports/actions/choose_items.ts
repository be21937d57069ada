import type { Trx } from '#core/tenants'
import { lockImport } from '#imports/queries/find_import'
import type { Section } from '#imports/rules/item'

export type Choice = { shown: string[]; accepted: string[] } | { section: Section; all: boolean }

/** Accepts and leaves out: the boxes of one page, or all of a section. False when the import is decided already. */
export async function chooseItems(trx: Trx, importId: string, choice: Choice): Promise<boolean> {
  const found = await lockImport(trx, importId)
  if (found?.state !== 'ready') return false
  const items = () => trx.from('import_items').where({ import_id: importId }).whereNotNull('accepted')
  if ('all' in choice) await items().where('section', choice.section).update({ accepted: choice.all })
  else {
    const accepted = choice.shown.filter((id) => choice.accepted.includes(id))
    const left = choice.shown.filter((id) => !choice.accepted.includes(id))
    await items().whereIn('id', accepted).update({ accepted: true })
    await items().whereIn('id', left).update({ accepted: false })
  }
  return true
}
