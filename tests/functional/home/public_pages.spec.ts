import { test } from '@japa/runner'
import { publicPages } from '#home/public_pages'
import { createMember, createUser } from '#tests/support/factories'
import { itIs } from '#tests/support/clock'
import { portalUrl } from '#tests/support/portal'
import { signedInAs, visitor, type Page } from '#tests/support/http'
import { DateTime } from 'luxon'

const FOOTER = ['/aide', '/accessibilite', '/confidentialite', '/mentions-legales']

const attributeOf = (page: Page, tag: RegExp) => tag.exec(page.html)?.[1]?.replaceAll('&#x27;', "'").replaceAll('&#39;', "'")
const description = (page: Page) => attributeOf(page, /<meta name="description" content="([^"]*)">/)
const canonical = (page: Page) => attributeOf(page, /<link rel="canonical" href="([^"]*)">/)
const isHidden = (page: Page) => page.html.includes('<meta name="robots" content="noindex">')

test.group('A public page', () => {
  test('{$self} has its title, its description, its address, and may be shown by search engines')
    .with(publicPages)
    .run(async ({ assert }, path) => {
      const page = await visitor().get(path)
      assert.equal(page.status, 200)
      assert.include(page.html, '<html lang="fr">')
      assert.match(page.title, /.{4,} – Espace adhérent OSTRA$/)
      assert.lengthOf(page.html.match(/<h1\b/g)!, 1)
      assert.isAbove(description(page)!.length, 20)
      assert.isBelow(description(page)!.length, 200)
      assert.equal(canonical(page), new URL(path, portalUrl()).href)
      assert.isFalse(isHidden(page))
      assert.includeMembers(page.links, FOOTER)
    })

  test('differs from every other by its title and its description', async ({ assert }) => {
    const pages = await Promise.all(publicPages().map((path) => visitor().get(path)))
    for (const words of [pages.map(({ title }) => title), pages.map(description)]) assert.sameMembers([...new Set(words)], words)
  })

  test('{$self} keeps the menu of who is signed in, and is then nobody else\'s')
    .with(() => publicPages().filter((path) => path !== '/connexion'))
    .run(async ({ assert }, path) => {
      const member = await createMember()
      const page = await (await signedInAs(await createUser({ member }))).get(path)
      assert.equal(page.status, 200)
      assert.includeMembers(page.links, ['/tableau-de-bord', '/salaries', '/comptes'])
      assert.include(page.title, member.name)
      assert.isTrue(isHidden(page))
      assert.equal(page.headers.get('cache-control'), 'no-store')
    })

  test('is open to a user who has not chosen among several members yet', async ({ assert }) => {
    const user = await createUser({ members: [await createMember(), await createMember()] })
    const page = await (await signedInAs(user)).get('/aide')
    assert.equal(page.status, 200)
    assert.include(page.links, '/comptes')
    assert.notInclude(page.links, '/salaries')
  })

  test('is the one of everybody once the session has ended', async ({ assert, cleanup }) => {
    const member = await createMember()
    const someone = await signedInAs(await createUser({ member }))
    itIs(DateTime.utc().plus({ minutes: 31 }), cleanup)
    const page = await someone.get('/aide')
    assert.equal(page.status, 200)
    assert.notInclude(page.html, member.name)
    assert.notInclude(page.links, '/salaries')
  })
})

test.group('Search engines', () => {
  test('are told every public page and no other', async ({ assert }) => {
    const sitemap = await visitor().get('/sitemap.xml')
    assert.match(sitemap.headers.get('content-type')!, /xml/)
    const listed = [...sitemap.html.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
    assert.sameMembers(listed, publicPages().map((path) => new URL(path, portalUrl()).href))
  })

  test('may visit those pages and the styles they need, nothing else', async ({ assert }) => {
    const robots = await visitor().get('/robots.txt')
    assert.match(robots.headers.get('content-type')!, /text\/plain/)
    assert.include(robots.html, `Sitemap: ${new URL('/sitemap.xml', portalUrl()).href}`)
    for (const path of [...publicPages(), '/assets/app.css']) assert.isTrue(mayVisit(robots.html, path), path)
    for (const path of ['/tableau-de-bord', '/mot-de-passe/oublie', '/mot-de-passe/reinitialisation/abc', '/aide?q=annuler', '/connexion/code', '/convocations']) {
      assert.isFalse(mayVisit(robots.html, path), path)
    }
  })

  test('do not keep what is signed in, tied to a link, or not there', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    for (const path of ['/tableau-de-bord', '/salaries', '/demandes', '/convocations', '/comptes', '/nulle-part']) assert.isTrue(isHidden(await someone.get(path)), path)
    for (const path of ['/mot-de-passe/oublie', '/mot-de-passe/reinitialisation/abcdef', '/nulle-part']) assert.isTrue(isHidden(await visitor().get(path)), path)
  })
})

/** As RFC 9309 reads it: the longest rule that fits decides. */
function mayVisit(robots: string, path: string) {
  const rules = [...robots.matchAll(/^(Allow|Disallow): (\S+)$/gm)].filter(([, , rule]) =>
    rule!.endsWith('$') ? path === rule!.slice(0, -1) : path.startsWith(rule!)
  )
  return rules.toSorted((one, other) => other[2]!.length - one[2]!.length)[0]?.[1] === 'Allow'
}
