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

type Wanted = BrowserContextOptions & { javaScript?: boolean }

const scriptless = new WeakSet<Page>()

/** A page of a new browser window, in French, in Paris, with or without JavaScript. */
export async function openPage({ javaScript = true, ...options }: Wanted = {}) {
  const context = await (await browser()).newContext({
    baseURL: portalUrl(),
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    // A page caught while it fades in has colours that it will not keep.
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    ...options,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  if (!javaScript) scriptless.add(page)
  return page
}

/** What axe finds on a page, one line a fault; an empty list is what one wants. */
export async function faultsOf(page: Page) {
  if (scriptless.has(page)) return faultsWithoutScript(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`))
}

// Axe is a script: what a browser without scripts was given is shown to one that runs axe and nothing of the page's own.
async function faultsWithoutScript(page: Page): Promise<string[]> {
  const [address, body] = [page.url(), await page.content()]
  const copy = await openPage({ baseURL: address })
  try {
    await copy.route('**/*', (route) => {
      const request = route.request()
      if (request.url() === address) return route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      return request.resourceType() === 'script' ? route.abort() : route.continue()
    })
    await copy.goto(address)
    return await faultsOf(copy)
  } finally {
    await copy.context().close()
  }
}
