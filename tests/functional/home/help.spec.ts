import { test } from '@japa/runner'
import { readdir } from 'node:fs/promises'
import router from '@adonisjs/core/services/router'
import { helpArticles } from '#home/help/articles'
import { createCentre, createEmployee, createMember, createUser, createVisit, owner } from '#tests/support/factories'
import { inDays, itIs } from '#tests/support/clock'
import { signedInAs, visitor, type Page } from '#tests/support/http'
import { parisInstant } from '#shared/dates'

const answers = (page: Page) => page.links.filter((href) => /^\/aide\/(?!nous-appeler)/.test(href))
const ask = (question: string) => visitor().get(`/aide?q=${encodeURIComponent(question)}`)

test.group('The help', () => {
  test('lists every page by task', async ({ assert }) => {
    const page = await visitor().get('/aide')
    assert.equal(page.heading, 'Aide')
    assert.includeMembers(page.links, helpArticles().map(({ slug }) => `/aide/${slug}`))
    assert.isUndefined(page.forms.find(({ action }) => action === '/aide')!.fields._csrf)
  })

  test('has a text for each page, and a page for each text', async ({ assert }) => {
    const files = await readdir('resources/views/home/help/articles')
    assert.sameMembers(files, helpArticles().map(({ slug }) => `${slug}.edge`))
  })

  test('{slug} is a page with its title, what it says, and the way back')
    .with(() => helpArticles())
    .run(async ({ assert }, { slug, title, summary }) => {
      const page = await visitor().get(`/aide/${slug}`)
      assert.equal(page.status, 200)
      assert.equal(page.heading, title)
      assert.include(page.text, summary.replaceAll('\u00a0', ' '))
      assert.include(page.links, '/aide')
      assert.isAbove(page.text.length, 700)
    })

  test('{slug} leads nowhere that does not exist')
    .with(() => helpArticles())
    .run(async ({ assert }, { slug }) => {
      const someone = visitor()
      const inside = (await someone.get(`/aide/${slug}`)).links.filter((href) => href.startsWith('/'))
      for (const href of new Set(inside)) {
        const page = await someone.get(href)
        assert.include([200, 303], page.status, href)
        if (page.status === 303) assert.equal(page.location, '/connexion')
      }
    })

  test('an address that is no page of the help does not exist', async ({ assert }) => {
    for (const path of ['/aide/nulle-part', '/aide/constructor', '/aide/..%2F..%2Flayouts%2Fportal', '/aide/SE-CONNECTER']) {
      assert.equal((await visitor().get(path)).status, 404, path)
    }
  })
})

test.group('The search of the help', () => {
  test('"{question}" finds {slug} first')
    .with([
      { question: 'annuler', slug: 'annuler-une-visite' },
      { question: 'ANNULATION', slug: 'annuler-une-visite' },
      { question: 'comment reporter un rendez-vous ?', slug: 'changer-la-date' },
      { question: '48h', slug: 'annuler-une-visite' },
      { question: 'mot de passe oublié', slug: 'mot-de-passe-perdu' },
      { question: 'mdp', slug: 'mot-de-passe-perdu' },
      { question: 'prereprise', slug: 'preparer-un-retour' },
      { question: 'congé maternité retour', slug: 'preparer-un-retour' },
      { question: 'SIR', slug: 'comprendre-une-date-limite' },
      { question: 'tous les combien', slug: 'comprendre-une-date-limite' },
      { question: 'R4624-34', slug: 'demander-un-rendez-vous' },
      { question: 'remplacant', slug: 'remplacer-un-salarie' },
      { question: 'secret médical', slug: 'ce-que-l-employeur-ne-voit-pas' },
      { question: 'intérimaire', slug: 'ce-qui-se-fait-ailleurs' },
      { question: 'accusé de réception', slug: 'lire-une-convocation' },
      { question: 'changer d’entreprise', slug: 'changer-de-compte' },
      { question: 'téléphone', slug: 'nous-appeler' },
      { question: 'nouvelle adresse e-mail', slug: 'mon-compte' },
      { question: '2FA', slug: 'double-authentification' },
      { question: 'passkey', slug: 'cles-d-acces' },
      { question: 'ordinateur volé', slug: 'appareils-connectes' },
      { question: 'chercher une personne', slug: 'trouver-un-salarie' },
    ])
    .run(async ({ assert }, { question, slug }) => {
      const page = await ask(question)
      assert.equal(page.links.find((href) => href.startsWith('/aide/')), `/aide/${slug}`)
    })

  test('says how many pages it found, and keeps the question in its field and title', async ({ assert }) => {
    const page = await ask('remplacer')
    assert.match(page.text, /\d+ pages? trouvée/)
    assert.include(page.title, '« remplacer »')
    assert.equal(page.form('Chercher')!.fields.q, 'remplacer')
  })

  test('gives the closest pages and says so when none answers the whole question', async ({ assert }) => {
    const page = await ask('annuler zzzz')
    assert.include(page.text, 'Aucune page ne répond à toute la question')
    assert.equal(answers(page)[0], '/aide/annuler-une-visite')
  })

  test('says what to do when nothing is found', async ({ assert }) => {
    const page = await ask('zzzz')
    assert.equal(page.status, 200)
    assert.include(page.text, 'Aucune page ne contient « zzzz »')
    assert.isEmpty(answers(page))
    assert.include(page.links, '/aide/nous-appeler')
  })

  test('an empty question shows every task', async ({ assert }) => {
    for (const path of ['/aide?q=', '/aide?q=%20%20']) assert.isAbove(answers(await visitor().get(path)).length, 10)
  })

  test('asked by htmx, it answers the content only', async ({ assert }) => {
    const page = await visitor().get('/aide?q=annuler', { htmx: true })
    assert.notInclude(page.html, '<header')
    assert.include(page.html, 'id="resultats"')
    assert.equal(answers(page)[0], '/aide/annuler-une-visite')
  })

  test('takes no harm from {what}')
    .with([
      { what: 'a script', query: `q=${encodeURIComponent('"><script>alert(1)</script>')}` },
      { what: 'a template', query: `q=${encodeURIComponent('{{ 7 * 7 }} {{{ process.env }}}')}` },
      { what: 'an expression', query: `q=${encodeURIComponent('(((.*+?[a-')}` },
      { what: 'wildcards', query: 'q=%25%25%25___' },
      { what: 'another writing', query: `q=${encodeURIComponent('مرحبا 🙂 日本語')}` },
      { what: 'ten thousand letters', query: `q=${'a'.repeat(10_000)}` },
      { what: 'a list', query: 'q=annuler&q=remplacer' },
      { what: 'an object', query: 'q[__proto__][polluted]=yes&q[length]=100000' },
    ])
    .run(async ({ assert }, { query }) => {
      const page = await visitor().get(`/aide?${query}`)
      assert.equal(page.status, 200)
      assert.equal(page.heading, 'Aide')
      assert.notInclude(page.html, '<script>alert')
      assert.notInclude(page.text, '49 ')
      assert.isBelow(page.html.length, 30_000)
      assert.isUndefined(({} as { polluted?: string }).polluted)
    })

  test('refuses a character that nobody types', async ({ assert }) => {
    assert.equal((await visitor().get('/aide?q=annuler%00')).status, 400)
  })
})

test.group('What the help says of rules and settings', (group) => {
  group.each.teardown(async () => void (await owner().from('settings').delete()))

  test('shows a limit that is computed, in the mode in force', async ({ assert, cleanup }) => {
    itIs(parisInstant('2026-11-24', '09:12'), cleanup)
    const clock = await visitor().get('/aide/annuler-une-visite')
    for (const fact of ['lundi 7 décembre à 10 h 00', '− 48 heures', 'samedi 5 décembre à 10 h 00', 'à 9 h 59', 'Toutes les heures comptent', '84,00 €']) {
      assert.include(clock.text, fact)
    }
    await owner().table('settings').insert({ key: 'cancellation_mode', value: '"working_hours"' })
    const working = await visitor().get('/aide/annuler-une-visite')
    for (const fact of ['jeudi 3 décembre à 10 h 00', 'ni un samedi, ni un dimanche, ni un jour férié']) assert.include(working.text, fact)
  })

  test('gives the phone of each centre', async ({ assert }) => {
    await createCentre({ name: 'Centre de Fougères', phone: '02 99 94 00 00' })
    const page = await visitor().get('/aide/nous-appeler')
    assert.include(page.text, 'Centre de Fougères')
    assert.include(page.links, 'tel:0299940000')
  })
})

test.group('The way from a page to its help', () => {
  test('exists for routes that exist, once each', ({ assert }) => {
    const names = helpArticles().flatMap(({ pages }) => pages)
    assert.sameMembers([...new Set(names)], names)
    for (const name of names) assert.isNotNull(router.findOrFail(name), name)
  })

  test('is on the pages of the portal', async ({ assert }) => {
    const member = await createMember()
    const employee = await createEmployee({ member })
    const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
    const someone = await signedInAs(await createUser({ member }))
    const ways = {
      '/tableau-de-bord': 'tableau-de-bord',
      '/salaries': 'trouver-un-salarie',
      [`/salaries/${employee.id}`]: 'comprendre-une-date-limite',
      '/demandes/nouvelle': 'demander-un-rendez-vous',
      [`/convocations/${visit.id}`]: 'lire-une-convocation',
      [`/convocations/${visit.id}/annulation`]: 'annuler-une-visite',
      [`/convocations/${visit.id}/remplacement`]: 'remplacer-un-salarie',
    }
    for (const [path, slug] of Object.entries(ways)) {
      assert.include((await someone.get(path)).links, `/aide/${slug}`, path)
      assert.include((await someone.get(path, { htmx: true })).links, `/aide/${slug}`, `${path}, by htmx`)
    }
    assert.include((await visitor().get('/connexion')).links, '/aide/se-connecter')
  })
})
