// npm run screenshots: the pictures of the README, taken on the running demo.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openContext, withBrowser } from './tour/browser.mjs'
import { runningDemo } from './tour/demo.mjs'
import { picture } from './tour/picture.mjs'
import { signedInEmployer, signedInPlanner } from './tour/sign_in.mjs'
import { live } from './servers/lifecycle.mjs'
import { DATA, inRoot } from './servers/paths.mjs'

const FOLDER = inRoot('docs/screenshots')
const HEAVIEST = 60_000
const WIDE = { width: 1280, height: 860 }
const PHONE = { width: 360, height: 740 }

process.exit(await live(join(DATA, 'screenshots'), screenshots))

async function screenshots(keeper) {
  const demo = runningDemo()
  mkdirSync(FOLDER, { recursive: true })
  await withBrowser(keeper, async (browser) => {
    const employer = { storageState: await signedInEmployer(browser, demo), baseURL: demo.portal }
    const planner = { storageState: await signedInPlanner(browser, demo), baseURL: demo.backOffice }
    for (const shot of shots(demo.examples)) await take(browser, shot.staff ? planner : employer, shot)
  })
  return 0
}

function shots({ cancellable, tooLate, requestable }) {
  return [
    { name: 'dashboard', path: '/tableau-de-bord' },
    { name: 'employee', path: requestable },
    { name: 'convocation', path: cancellable },
    { name: 'refused-cancellation', path: `${tooLate}/annulation`, act: askTooLate },
    // The hatched half-days weigh more.
    { name: 'planning', path: '/admin/planification', staff: true, act: chooseRequest, heaviest: 90_000 },
    { name: 'dashboard-phone', path: '/tableau-de-bord', viewport: PHONE },
    { name: 'convocation-phone', path: cancellable, viewport: PHONE },
    { name: 'request-phone', path: requestable.replace('/salaries/', '/demandes/nouvelle?salarie='), viewport: PHONE },
  ]
}

async function take(browser, who, { name, path, viewport = WIDE, act, heaviest = HEAVIEST }) {
  const context = await openContext(browser, { ...who, viewport })
  const page = await context.newPage()
  await page.goto(path)
  await act?.(page)
  const image = await picture(page, heaviest)
  await context.close()
  writeFileSync(join(FOLDER, `${name}.webp`), image)
  console.log(`✓ ${name} (${Math.ceil(image.length / 1000)} kB)`)
}

/** The demo writes this attempt down, as it would any other. */
async function askTooLate(page) {
  await page.getByLabel('Motif').selectOption({ index: 1 })
  await page.getByRole('button', { name: "Confirmer l'annulation" }).click()
  await page.getByRole('heading', { name: 'Il est trop tard' }).waitFor()
}

async function chooseRequest(page) {
  const plan = page.getByRole('button', { name: 'Planifier' })
  if (!(await plan.count())) await page.getByRole('button', { name: 'Prendre en charge' }).first().click()
  await plan.first().click()
  await page.getByRole('radio').first().waitFor()
}
