import { AxeBuilder } from '@axe-core/playwright'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { portalUrl } from '#tests/support/portal'

let launched: Promise<Browser> | undefined

function browser() {
  launched ??= launch()
  return launched
}

async function launch() {
  const executablePath = process.env.CHROMIUM_PATH || (await sparticuz.executablePath())
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--headless=new'] })
}

export async function closeBrowser() {
  await (await launched)?.close()
  launched = undefined
}

/** A page of a new browser window, in French, in Paris, with or without JavaScript. */
export async function openPage({ javaScript = true, ...options }: BrowserContextOptions & { javaScript?: boolean } = {}) {
  const context = await (await browser()).newContext({
    baseURL: portalUrl(),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: javaScript,
    ...options,
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** What axe finds on a page, one line a fault; an empty list is what one wants. */
export async function faultsOf(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}
