import { test } from '@japa/runner'
import edge from 'edge.js'
import { glob, readFile } from 'node:fs/promises'
import { helpArticles } from '#home/help/articles'
import { readHelpFacts } from '#home/queries/read_help_facts'
import { now } from '#core/clock'

/** Where the employer's screens get their words: not the help itself, nor mails, nor the back office. */
const SCREENS = ['resources/views/**/*.edge', 'app/*/rules/*.ts', 'app/*/validators/*.ts', 'app/identity/gates/navigation.ts']
const ELSEWHERE = /views\/(home\/(help|legal)\/|messaging\/\w+\.edge|back_office\/)/

async function wordsOfScreens() {
  const files = (await Array.fromAsync(glob(SCREENS))).filter((file) => !ELSEWHERE.test(file.replaceAll('\\', '/')))
  const sources = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return sources.map((source) => plain(source.replaceAll("\\'", '’').replaceAll('\\u00a0', ' '))).join('\n')
}

const plain = (text: string) => text.replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' ')
const quoted = (label: string) => label.replaceAll("'", "['’]").replace(/[()?.]/g, '\\$&')

/** Whether the screens have these words as the whole of a text or of a label. */
const isOnScreen = (label: string, screens: string) => new RegExp(`(?:[>'"\`]|\\}\\})\\s*${quoted(label)}\\s*(?:[<'"\`]|\\{\\{)`).test(screens)

// What other tests wrote of centres is not the help's own text.
async function textOf(slug: string) {
  return edge.render(`home/help/articles/${slug}`, { ...(await readHelpFacts(now())), centres: [] })
}

const bodyOf = async (slug: string) => plain(await textOf(slug))

const namesIn = (html: string) => [...html.matchAll(/<b>([^<]+)<\/b>/g)].map(([, name]) => name!.replaceAll('&#x27;', "'").replaceAll('&#39;', "'"))

test.group('The words of the help', () => {
  test('in {slug}, every button and label is on a screen under that very name')
    .with(() => helpArticles())
    .run(async ({ assert }, { slug }) => {
      const screens = await wordsOfScreens()
      const missing = namesIn(await bodyOf(slug)).filter((name) => !isOnScreen(name, screens))
      assert.deepEqual(missing, [])
    })

  test('would not pass with a button that was renamed', async ({ assert }) => {
    const screens = await wordsOfScreens()
    for (const real of ['Envoyer la demande', "Confirmer l'annulation", 'Salariés', "Visite à la demande de l'employeur", 'Ouvrir']) {
      assert.isTrue(isOnScreen(real, screens), real)
    }
    for (const gone of ['Valider la demande', 'Confirmer la demande', 'envoyer la demande', 'Expédier']) assert.isFalse(isOnScreen(gone, screens), gone)
  })

  test('the help names enough of the screens for the test to mean something', async ({ assert }) => {
    const names = await Promise.all(helpArticles().map(async ({ slug }) => namesIn(await bodyOf(slug))))
    assert.isAbove(new Set(names.flat()).size, 50)
  })

  test('in {slug} are those of the house')
    .with(() => helpArticles())
    .run(async ({ assert }, { slug, title, summary }) => {
      const text = [title, summary, await textOf(slug)].join('\n').replaceAll(/<[^>]+>/g, '')
      assert.notMatch(text, /!|’|Veuillez|Oups|[Cc]liquez|patient|client/)
      assert.notMatch(text.replaceAll('&nbsp;', '\u00a0'), / [:;?»%]|« |\d h \d/, 'a space that could break')
    })
})
