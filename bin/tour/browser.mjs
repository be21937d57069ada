import { chromium as playwright } from 'playwright-core'
import { chromium } from '../servers/chromium.mjs'

const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--headless=new']

/** Runs `work` with the browser of the tests, and closes it whatever happens. */
export async function withBrowser(keeper, work, args = []) {
  const browser = await playwright.launch({ executablePath: await chromium(keeper), args: [...ARGS, ...args] })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

export const openContext = (browser, options) =>
  browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce', ...options })
