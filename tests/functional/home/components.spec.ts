import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { visitor } from '#tests/support/http'

const COMPONENTS = app.makePath('resources/views/components')
const PAGE = app.makePath('resources/views/home/components')
const OTHER_LAYOUTS = ['layouts.account', 'layouts.anyone', 'layouts.backOffice', 'layouts.public']

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.edge'))

/** `field/index.edge` is written @field, `error_summary.edge` @errorSummary. */
const tagOf = (path: string) =>
  path
    .replace(/(\/index)?\.edge$/, '')
    .replaceAll('/', '.')
    .replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

const written = new Map(filesIn(COMPONENTS).map((path) => [tagOf(path), readFileSync(`${COMPONENTS}/${path}`, 'utf8')]))

/** The components of a view: by their tags, and what they include. */
function tagsIn(text: string) {
  const called = [...text.matchAll(/@!?([a-zA-Z]+(?:\.[a-zA-Z]+)*)\(/g)].map(([, tag]) => tag!)
  const included = [...text.matchAll(/@include\('components\/([^']+)'\)/g)].map(([, path]) => tagOf(`${path}.edge`))
  return [...called, ...included].filter((tag) => written.has(tag))
}

function reached(texts: string[], known = new Set<string>()): Set<string> {
  const found = texts.flatMap(tagsIn).filter((tag) => !known.has(tag))
  if (found.length === 0) return known
  for (const tag of found) known.add(tag)
  return reached(found.map((tag) => written.get(tag)!), known)
}

test.group('The page of components', () => {
  test('shows each of them', ({ assert }) => {
    const views = [...filesIn(PAGE).map((path) => `${PAGE}/${path}`), ...['portal', 'document'].map((name) => app.makePath(`resources/views/layouts/${name}.edge`))]
    const shown = reached(views.map((path) => readFileSync(path, 'utf8')))
    assert.deepEqual([...written.keys()].filter((tag) => !shown.has(tag)).sort(), OTHER_LAYOUTS)
  })

  test('is for whoever draws, not for search engines', async ({ assert }) => {
    const page = await visitor().get('/_composants')
    assert.equal(page.status, 200)
    assert.include(page.html, '<meta name="robots" content="noindex">')
  })
})
