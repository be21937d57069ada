import type { HttpContext } from '@adonisjs/core/http'
import { publicAddress } from '#core/http/public_address'
import { publicPages } from '#home/public_pages'

/** What search engines are told: the public pages, and no other. */
export default class CrawlersController {
  async robots({ response }: HttpContext) {
    const allowed = [...publicPages().map((path) => `${path}$`), '/assets/']
    const lines = ['User-agent: *', ...allowed.map((path) => `Allow: ${path}`), 'Disallow: /', '', `Sitemap: ${publicAddress('/sitemap.xml')}`]
    return response.type('text/plain').send(`${lines.join('\n')}\n`)
  }

  async sitemap({ response }: HttpContext) {
    const urls = publicPages().map((path) => `  <url><loc>${publicAddress(path)}</loc></url>`)
    const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', ...urls, '</urlset>']
    return response.type('application/xml').send(`${lines.join('\n')}\n`)
  }
}
