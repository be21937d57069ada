// npm run lighthouse: measures the pages of the running demo; anything below 100 is a failure.
import { join } from 'node:path'
import lighthouse, { desktopConfig } from 'lighthouse'
import { chromium } from 'playwright-core'
import { Failure } from './servers/failure.mjs'
import { anyPorts } from './servers/ports.mjs'
import { live } from './servers/lifecycle.mjs'
import { DATA } from './servers/paths.mjs'
import { withBrowser } from './tour/browser.mjs'
import { runningDemo } from './tour/demo.mjs'
import { signedInEmployer } from './tour/sign_in.mjs'

const EVERYWHERE = ['performance', 'accessibility', 'best-practices']
const PUBLIC_PAGES = ['/', '/connexion', '/aide', '/aide/annuler-une-visite', '/accessibilite', '/confidentialite', '/mentions-legales']
// A busy machine makes a page seem slow, never fast: the best of a few tries is the page's own.
const TRIES = 3

process.exit(await live(join(DATA, 'lighthouse'), measureAll))

async function measureAll(keeper) {
  const demo = runningDemo()
  const { debug: port } = await anyPorts('debug')
  const results = await withBrowser(keeper, (browser) => measurePages(browser, demo, port), [`--remote-debugging-port=${port}`])
  const short = results.filter(({ scores }) => Object.values(scores).some((score) => score < 100))
  for (const { path, why } of short) console.error(`✗ ${path}\n${why.map((line) => `    ${line}`).join('\n')}`)
  console.log(`\n${results.length - short.length} passed, ${short.length} failed`)
  return short.length === 0 ? 0 : 1
}

async function measurePages(browser, demo, port) {
  const results = []
  const measurePage = async (path, categories) => {
    const flags = { port, onlyCategories: categories, logLevel: 'error', disableStorageReset: true }
    const result = { path, ...(await measure(demo.portal + path, flags)) }
    console.log(`${categories.map((name) => `${name} ${result.scores[name]}`).join('  ')}  ${path}`)
    results.push(result)
  }
  for (const path of PUBLIC_PAGES) await measurePage(path, [...EVERYWHERE, 'seo'])
  await bringCookies(port, await signedInEmployer(browser, demo))
  for (const path of employerPages(demo.examples)) await measurePage(path, EVERYWHERE)
  return results
}

/** Lighthouse opens its windows beside ours: in the context that the browser began with. */
async function bringCookies(port, { cookies }) {
  const same = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  await same.contexts()[0].addCookies(cookies)
  await same.close()
}

async function measure(address, flags) {
  let best
  for (let tries = 0; tries < TRIES && !(best && best.total === flags.onlyCategories.length * 100); tries += 1) {
    const { lhr } = await lighthouse(address, flags, desktopConfig)
    if (lhr.finalDisplayedUrl !== address) throw new Failure(`${address} led to ${lhr.finalDisplayedUrl}`, 'The measure would be that of another page.')
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)]))
    const total = Object.values(scores).reduce((sum, score) => sum + score, 0)
    if (!best || total > best.total) best = { scores, total, why: shortcomings(lhr) }
  }
  return best
}

/** The audits that cost a page its 100. */
function shortcomings({ categories, audits }) {
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
  return weighed.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1).map(({ id, title, displayValue = '' }) => `${id}: ${title} ${displayValue}`)
}

function employerPages({ cancellable, requestable }) {
  const forms = [`${cancellable}/annulation`, `${cancellable}/remplacement`, requestable.replace('/salaries/', '/demandes/nouvelle?salarie=')]
  const lists = ['/tableau-de-bord', '/entreprise', '/salaries', '/demandes', '/convocations', '/notifications', '/compte', '/comptes']
  return [...lists, requestable, cancellable, ...forms]
}
