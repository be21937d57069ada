import edge from 'edge.js'
import { helpArticles, type HelpArticle } from '#home/help/articles'
import type { readHelpFacts } from '#home/queries/read_help_facts'
import { foldHelp, type HelpText } from '#home/rules/help_search'

export type HelpFacts = Awaited<ReturnType<typeof readHelpFacts>>
export type HelpPage = HelpText & { article: HelpArticle }

let read: Promise<HelpPage[]> | undefined

/** Every page of the help as the search reads it. Read once: a setting that changes a figure changes no answer. */
export function helpPages(facts: () => Promise<HelpFacts>): Promise<HelpPage[]> {
  read ??= readPages(facts).catch((error) => {
    read = undefined
    throw error
  })
  return read
}

async function readPages(facts: () => Promise<HelpFacts>) {
  const known = await facts()
  return Promise.all(helpArticles().map(async (article) => ({ article, ...foldHelp({ ...article, body: await bodyOf(article, known) }) })))
}

async function bodyOf({ slug }: HelpArticle, facts: HelpFacts) {
  const html = await edge.render(`home/help/articles/${slug}`, facts)
  return html.replace(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ')
}
