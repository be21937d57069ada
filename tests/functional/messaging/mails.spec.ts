import { readdir, readFile, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import env from '#start/env'
import { renderLetter } from '#messaging/render_letter'
import { LETTERS } from '#tests/support/letters'
import { Page } from '#tests/support/page'

// Each of these texts was read over by a person. After a wanted change of a mail:
//   REWRITE_MAILS=1 npm test, then read what git shows.
const FOLDER = new URL('mails/', import.meta.url)
const WHERE = 'https://espace.example'
const STAFF = 'https://equipe.example'

const atFixedAddress = (text: string) => text.replaceAll(env.get('APP_URL'), WHERE).replaceAll(env.get('BACK_OFFICE_URL'), STAFF)
const asOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** What a person reads of the HTML, the addresses of its links after their words as in the text. */
function readHtml(html: string) {
  const body = html.slice(html.indexOf('<h1>')).replaceAll(/<a href="([^"]+)">([^<]+)<\/a>/g, '$2 $1')
  return asOneLine(new Page('/', 200, new Headers(), body).text)
}

/** The words of a shape: only the text has colons before its addresses, and the mark of a signature. */
const bare = (text: string) => asOneLine(text.replace(/\n-- \n/, '\n')).replaceAll(' :', '')

test.group('A mail', () => {
  test('{$self} is the one that a person read over')
    .with(Object.keys(LETTERS))
    .run(async ({ assert }, name) => {
      const { subject, text } = await renderLetter(LETTERS[name]!)
      const now = atFixedAddress(`Objet : ${subject}\n\n${text}`)
      const file = new URL(`${name}.txt`, FOLDER)
      if (process.env.REWRITE_MAILS) await writeFile(file, now)
      assert.equal(now, await readFile(file, 'utf8'))
    })

  test('{$self} says the same in HTML, and can be read on a dark screen')
    .with(Object.keys(LETTERS))
    .run(async ({ assert }, name) => {
      const { subject, html, text } = await renderLetter(LETTERS[name]!)
      assert.include(html, '<html lang="fr">')
      assert.include(html, '<meta name="color-scheme" content="light dark">')
      assert.include(html, '@media (prefers-color-scheme: dark)')
      assert.equal(/<title>(.*)<\/title>/.exec(html)![1]!.replaceAll('&#x27;', "'"), subject)
      assert.equal(bare(readHtml(html)), bare(text))
      // Nothing that a mail program would have to fetch, which would say that the mail was opened.
      assert.notMatch(html, /<img|<link|<script|url\(|@import/)
    })

  test('is stopped in one click only when its reader chose it', async ({ assert }) => {
    const stoppable = await Promise.all(Object.entries(LETTERS).map(async ([name, letter]) => ((await renderLetter(letter)).stop ? [name] : [])))
    assert.isTrue(stoppable.flat().every((name) => name.startsWith('notification-')))
    assert.lengthOf(stoppable.flat(), 9)
  })

  test('no text is kept of a mail that is no longer sent', async ({ assert }) => {
    assert.sameMembers(await readdir(FOLDER), Object.keys(LETTERS).map((name) => `${name}.txt`))
  })
})
