import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { findHelpArticle, HELP, helpBeside } from '#home/help/articles'
import { helpPages } from '#home/help/texts'
import { readHelpFacts } from '#home/queries/read_help_facts'
import { HELP_QUERY_MAX, searchHelp } from '#home/rules/help_search'

export default class HelpController {
  async index({ request, view }: HttpContext) {
    const asked: unknown = request.qs().q
    const q = typeof asked === 'string' ? asked.trim().slice(0, HELP_QUERY_MAX) : ''
    const answer = q === '' ? null : searchHelp(await helpPages(() => readHelpFacts(now())), q)
    return view.render('home/help/index', { q, answer, tasks: HELP })
  }

  async show({ params, view }: HttpContext) {
    const article = orNotFound(findHelpArticle(params.slug))
    return view.render('home/help/show', { article, beside: helpBeside(article.slug), ...(await readHelpFacts(now())) })
  }
}
