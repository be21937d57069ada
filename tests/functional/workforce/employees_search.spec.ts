import { test } from '@japa/runner'
import { createEmployee, createMember, createUser } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'

const PEOPLE = [
  { first_name: 'Élodie', family_name: 'Marchevaux', job_title: 'Dessinatrice en structure' },
  { first_name: 'Loïc', family_name: "L'Œuvré", job_title: 'Chef de chœur' },
  { first_name: 'Jean-Noël', family_name: 'Le Goffic', job_title: "Monteur d'échafaudages" },
  { first_name: 'Gaëlle', family_name: 'D’Hervé', job_title: 'Assistante' },
]

async function searcher() {
  const member = await createMember()
  for (const person of PEOPLE) await createEmployee({ member, ...person })
  const someone = await signedInAs(await createUser({ member }))
  return async (q: string) => {
    const page = await someone.get(`/salaries?tri=nom&q=${encodeURIComponent(q)}`)
    const found = PEOPLE.filter(({ first_name, family_name }) => page.text.includes(`${first_name} ${family_name}`))
    return { page, names: found.map(({ first_name }) => first_name).toSorted() }
  }
}

test.group('The search of employees', () => {
  test('is blind to accents, to case and to the kind of apostrophe', async ({ assert }) => {
    const search = await searcher()
    for (const q of ['elodie', 'ÉLODIE', 'Élodie', 'marchévaux']) assert.deepEqual((await search(q)).names, ['Élodie'], q)
    for (const q of ["l'oeuvré", 'l’œuvre', 'LŒUVRE'.replace('LŒ', "L'Œ"), 'oeuvre', 'CHOEUR', 'loic']) {
      assert.deepEqual((await search(q)).names, ['Loïc'], q)
    }
    for (const q of ["d'herve", 'd’hervé', 'gaelle']) assert.deepEqual((await search(q)).names, ['Gaëlle'], q)
    for (const q of ['jean noel', 'jean-noël', "d'echafaudages"]) assert.deepEqual((await search(q)).names, ['Jean-Noël'], q)
  })

  test('finds a part of a word, in the name or in the job', async ({ assert }) => {
    const search = await searcher()
    assert.deepEqual((await search('goff')).names, ['Jean-Noël'])
    assert.deepEqual((await search('structure')).names, ['Élodie'])
  })

  test('wants every word, in any order', async ({ assert }) => {
    const search = await searcher()
    assert.deepEqual((await search('  goffic   jean ')).names, ['Jean-Noël'])
    assert.deepEqual((await search('marchevaux dessinatrice elodie')).names, ['Élodie'])
    assert.deepEqual((await search('elodie goffic')).names, [])
  })

  test('takes every sign as it is: none is a wildcard and none breaks the page', async ({ assert }) => {
    const search = await searcher()
    for (const q of ['%', '_', '%%%', '%a%', "'", '"', "' or 1=1 --", '\\', '*', '[a-z]', '{{ 7 * 7 }}', '<script>', '😀', '½', '?', '$1']) {
      const { page, names } = await search(q)
      assert.equal(page.status, 200, q)
      assert.isTrue(names.length === 0 || q === '%a%', `${q} found ${names}`)
    }
    assert.deepEqual((await search('goffic%')).names, ['Jean-Noël'])
    assert.deepEqual((await search('m_rchevaux')).names, [])
  })

  test('gives back what was typed, escaped, with the way to all', async ({ assert }) => {
    const search = await searcher()
    const { page } = await search('"><script>alert(1)</script>')
    assert.notInclude(page.html, '<script>alert')
    assert.equal(page.forms.find(({ action }) => action === '/salaries')!.fields.q, '"><script>alert(1)</script>')
    assert.include(page.text, 'Aucun salarié ne correspond')
  })

  test('keeps the first hundred characters of a text that is too long', async ({ assert }) => {
    const search = await searcher()
    assert.equal((await search('a'.repeat(5000))).page.status, 200)
  })
})

test.group('An address that nobody wrote by hand', () => {
  test('repeated, nested, unknown or empty values change nothing and break nothing', async ({ assert }) => {
    const member = await createMember()
    await createEmployee({ member, first_name: 'Élodie', family_name: 'Marchevaux' })
    const someone = await signedInAs(await createUser({ member }))
    const addresses = [
      'q[]=a&q[]=elodie', 'q=zzz&q=elodie', 'q[nested][deep]=x', 'suivi[]=SI', 'suivi=XXL', 'echeance=hier', 'site=1', 'site=%27',
      'site[]=a&site[]=b', 'presence=jamais', 'presence[a]=b', 'tri=prix', 'tri=--nom', 'tri[]=nom', 'page[]=2', 'page[x]=1', 'tri=constructor',
      'q=__proto__&__proto__[q]=1', 'inconnu=1', 'suivi=&echeance=&site=&presence=&tri=&page=&q=',
    ]
    for (const address of addresses) {
      const page = await someone.get(`/salaries?${address}`)
      assert.equal(page.status, 200, address)
      if (!address.includes('__proto__')) assert.include(page.text, 'Élodie Marchevaux', address)
    }
  })

  test('an unreadable character is refused with a page, not a failure', async ({ assert }) => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const page = await someone.get('/salaries?q=%00')
    assert.equal(page.status, 400)
    assert.include(page.text, "Rien n'a été enregistré")
  })
})
