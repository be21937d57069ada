import { readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import edge from 'edge.js'

const VIEWS = app.makePath('resources/views')

/** Edge reads a tag at the start of its line only, and by its name in camel case: any other is printed as text. */
function printedTags(path: string, text: string, known: Set<string>) {
  return text.split('\n').flatMap((line, index) => {
    const [, before, tag] = line.match(/^(.*?)@!?([a-zA-Z_]+(?:\.[a-zA-Z_]+)*)\(/) ?? []
    if (tag === undefined || before!.includes('{{--')) return []
    return before!.trim() === '' && known.has(tag) ? [] : [`${path}:${index + 1} @${tag}`]
  })
}

const known = () => {
  const components = edge.loader.listComponents().flatMap(({ components: listed }) => listed.map(({ tagName }) => tagName))
  // Its plugin adds it when a first view is rendered.
  return new Set([...Object.keys(edge.tags), ...components, 'vite'])
}

test.group('The views', () => {
  test('have no tag that Edge would print', ({ assert }) => {
    const files = readdirSync(VIEWS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.edge'))
    assert.isAbove(files.length, 100)
    assert.deepEqual(files.flatMap((path) => printedTags(path, readFileSync(`${VIEWS}/${path}`, 'utf8'), known())), [])
  })

  test('would be caught printing one', ({ assert }) => {
    const planted = "<p>@!button({ label: 'Envoyer' })</p>\n@!error_summary({ errors })\n  @!button({ label: 'Envoyer' })"
    assert.deepEqual(printedTags('planted', planted, known()), ['planted:1 @button', 'planted:2 @error_summary'])
  })
})
