import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import type { FieldError } from '#core/http/form'
import { asSender, senderOf } from '#imports/controllers/sender'
import { listParts, rememberedColumns } from '#imports/queries/accounts'
import { findImport, type ImportFacts } from '#imports/queries/find_import'
import { countApplied } from '#imports/queries/count_applied'
import { countSections, ITEMS_PER_PAGE, listItems, listRefusedLines, type SectionCount } from '#imports/queries/list_items'
import { COLUMNS, FIELDS } from '#imports/rules/fields'
import { foreignSentence } from '#imports/rules/file_refusals'
import { countsSentence, formatWord, stateWord } from '#imports/rules/import_words'
import { SECTIONS, type Section } from '#imports/rules/item'
import { SECTION_WORDS, shownItem } from '#imports/rules/item_words'
import { storedSentence } from '#imports/rules/refusal_words'
import { recogniseColumns, type Mapping } from '#imports/rules/recognise_columns'
import type { Trx } from '#core/tenants'

type Form = { errors?: FieldError[]; mapping?: Mapping }

/** The page of an import, whatever it waits for: its columns, the comparison, a decision, the application; or what came of it. */
export async function showImport(ctx: HttpContext, { errors = [], mapping }: Form = {}) {
  const sender = senderOf(ctx)
  const page = await asSender(sender, async (trx) => {
    const found = orNotFound(await findImport(trx, sender.memberId, ctx.params.id))
    return { found, parts: await listParts(trx, found.batchId, found.id), ...(await partsOf(trx, found, ctx)), remembered: await rememberedColumns(trx, sender.memberId) }
  })
  const { found, remembered } = page
  if (errors.length > 0) ctx.response.status(422)
  return ctx.view.render('imports/show', {
    ...page,
    errors,
    mapping: mapping ?? (found.header ? recogniseColumns(found.header, remembered).mapping : []),
    fields: FIELDS.map((value) => ({ value, label: COLUMNS[value].label })),
    word: stateWord(found.state),
    format: formatWord(found.format),
    sectionWords: SECTION_WORDS,
    pageSize: ITEMS_PER_PAGE,
    outcome: countsSentence(found.counts, ['entry', 'departure', 'change']),
    shownItem,
    storedSentence,
    foreignSentence,
    itemAddress: (section: Section, number = 1) => itemAddress(found.id, section, number),
  })
}

/** The address of a page of a section. */
export function itemAddress(id: string, section: Section, page = 1): string {
  return `/salaries/import/${id}?section=${SECTION_WORDS[section].code}${page > 1 ? `&page=${page}` : ''}`
}

export function sectionOf(code: unknown): Section | undefined {
  return SECTIONS.find((section) => SECTION_WORDS[section].code === code)
}

async function partsOf(trx: Trx, { id, state }: ImportFacts, ctx: HttpContext) {
  if (state === 'applying') return { ...NOTHING, progress: await countApplied(trx, id) }
  if (state === 'applied') return { ...NOTHING, refusedLines: await listRefusedLines(trx, id) }
  if (state !== 'ready') return NOTHING
  const counted = await countSections(trx, id)
  const sections = SECTIONS.map((section) => counted.find((one) => one.section === section)).filter((one) => one !== undefined)
  const asked = sectionOf(ctx.request.input('section'))
  const section = sections.find((one) => one.section === asked) ?? sections[0] ?? null
  const pages = Math.max(1, Math.ceil((section?.total ?? 0) / ITEMS_PER_PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(ctx.request.input('page'))) || 1))
  return { ...NOTHING, sections, section, page, pages, items: section ? await listItems(trx, id, { section: section.section, page }) : [] }
}

const NOTHING = { sections: [] as SectionCount[], section: null as SectionCount | null, page: 1, pages: 1, items: [] as Awaited<ReturnType<typeof listItems>>, refusedLines: [] as Awaited<ReturnType<typeof listRefusedLines>>, progress: { done: 0, total: 0 } }
