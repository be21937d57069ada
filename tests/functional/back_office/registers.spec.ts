import { test } from '@japa/runner'
import { Filter, type BaseResource } from 'adminjs'
import { EVERY_ROLE } from '#identity/staff/roles'
import { formatInstant } from '#shared/dates'
import { adminOf } from '#back_office/registers/admin'
import { text } from '#back_office/registers/column'
import { filterNames } from '#back_office/registers/filters'
import { mayOpen, secureResource, visibleColumns } from '#back_office/registers/register'
import { COUNT_CAP, PAGE_CAP, SecuredResource } from '#back_office/registers/secured_resource'
import { REGISTERS } from '#back_office/resources/index'
import { createEmployee, createMember, createUser, createVisit, rowOf, uniqueEmail } from '#tests/support/factories'
import { inDays } from '#tests/support/clock'
import { staffAs, type StaffVisitor } from '#tests/functional/back_office/staff_visitor'

const everyResource = () =>
  EVERY_ROLE.flatMap((role) => adminOf(role).resources.map((resource) => ({ role, id: resource.id(), resource })))

const all = (resource: BaseResource) => new Filter({}, resource)

let known: Promise<StaffVisitor> | undefined
const administrator = () => (known ??= staffAs('administrator'))

async function api(path: string) {
  const page = await (await administrator()).get(`/admin/api/resources/${path}`)
  return { status: page.status, answer: page.status === 404 ? null : JSON.parse(page.html) }
}

const list = async (path: string) => (await api(path)).answer.records.map(({ params }: { params: Record<string, string> }) => params)

test.group('Every resource of AdminJS', () => {
  test('is a secured register that its role may open, and every such register is one', ({ assert }) => {
    for (const role of EVERY_ROLE) {
      const { resources } = adminOf(role)
      assert.isAbove(resources.length, 0)
      for (const resource of resources) assert.instanceOf(resource, SecuredResource)
      const open = REGISTERS.filter((register) => mayOpen(register, role)).map(({ id }) => id)
      assert.sameMembers(resources.map((resource) => resource.id()), open, role)
    }
  })

  test('{id} of {role} has the actions list and show, both asking the role again')
    .with(everyResource)
    .run(({ assert }, { role, resource }) => {
      const { actions } = resource.decorate()
      assert.sameMembers(Object.keys(actions), ['list', 'show'])
      for (const action of Object.values(actions)) {
        assert.isTrue(action.isAccessible({ id: '1', role } as never))
        assert.isFalse(action.isAccessible(undefined))
        assert.isFalse(action.isAccessible({ id: '1', role: 'nobody' } as never))
      }
    })

  test('{id} of {role} writes nothing, whoever asks')
    .with(everyResource)
    .run(async ({ assert }, { resource }) => {
      await assert.rejects(() => resource.create({ nom: 'Intrus', role: 'administrator' }))
      await assert.rejects(() => resource.update('01900000-0000-7000-8000-000000000000', { nom: 'Intrus' }))
      await assert.rejects(() => resource.delete('01900000-0000-7000-8000-000000000000'))
    })

  test('{id} of {role} reads the columns of its policy and no other')
    .with(everyResource)
    .run(async ({ assert }, { resource }) => {
      const { register } = resource as SecuredResource
      const records = await resource.find(all(resource), { limit: 3 })
      for (const { params } of records) assert.sameMembers(Object.keys(params), ['id', ...visibleColumns(register)])
      for (const { listProperties, showProperties, filterProperties } of [resource.decorate().toJSON({ role: 'administrator' } as never)]) {
        const names = (properties: { name: string }[]) => properties.map(({ name }) => name)
        assert.sameMembers(names(listProperties), [...register.policy.list])
        assert.sameMembers(names(showProperties), visibleColumns(register))
        assert.sameMembers(names(filterProperties), filterNames(register).map(({ name }) => name))
      }
    })

  test('{id} of {role} is neither filtered nor sorted by what its policy does not list')
    .with(everyResource)
    .run(async ({ assert }, { resource }) => {
      const { register } = resource as SecuredResource
      const open = filterNames(register).map(({ name }) => name)
      const closed = ['id', 'password_hash', 'email_secret', ...Object.keys(register.columns).filter((name) => !open.includes(name))]
      for (const name of closed) {
        await assert.rejects(() => resource.find(new Filter({ [name]: 'a' }, resource), {}))
        await assert.rejects(() => resource.count(new Filter({ [name]: 'a' }, resource)))
      }
      const { sorts, order } = register.policy
      for (const sortBy of ['password_hash', ...Object.keys(register.columns).filter((name) => !sorts.includes(name) && name !== order.by)]) {
        await assert.rejects(() => resource.find(all(resource), { sort: { sortBy, direction: 'asc' } }))
      }
    })

  test('{id} answers every filter and sort that its policy lists')
    .with(() => adminOf('administrator').resources.map((resource) => ({ id: resource.id(), resource })))
    .run(async ({ assert }, { id, resource }) => {
      const { register } = resource as SecuredResource
      for (const { name, column } of filterNames(register)) {
        const value = { text: 'a', choice: Object.keys(column.choices ?? {})[0]!, flag: 'true', day: '01/12/2026', instant: '01/12/2026' }[column.kind]
        assert.equal((await api(`${id}/actions/list?filters.${name}=${encodeURIComponent(value)}`)).status, 200, `${id} by ${name}`)
      }
      for (const sortBy of register.policy.sorts) {
        for (const direction of ['asc', 'desc']) {
          const { answer } = await api(`${id}/actions/list?sortBy=${sortBy}&direction=${direction}&page=1&perPage=3`)
          assert.equal(answer.meta.direction, direction)
          assert.isAtMost(answer.records.length, 3)
        }
      }
    })
})

test.group('A big register', () => {
  const numbers = secureResource(
    {
      id: 'nombres',
      label: 'Nombres',
      from: `generate_series(1, ${COUNT_CAP + 50}) as numbers`,
      key: 'md5(numbers::text)::uuid',
      columns: { nombre: text('Nombre', 'numbers::text') },
    },
    { roles: [], list: ['nombre'], filters: ['nombre'], sorts: ['nombre'], order: { by: 'nombre', direction: 'asc' } }
  )
  const resource = new SecuredResource(numbers)

  test('is counted and turned so far, and given a page at a time', async ({ assert }) => {
    assert.equal(await resource.count(all(resource)), COUNT_CAP)
    assert.lengthOf(await resource.find(all(resource), { limit: 1_000_000 }), PAGE_CAP)
    assert.lengthOf(await resource.find(all(resource), { limit: 10, offset: 5_000_000 }), 10)
    const ids = (await resource.find(all(resource), { limit: 100 })).map((record) => record.id())
    assert.lengthOf(await resource.findMany([...ids, ...ids.slice(0, 50)]), PAGE_CAP)
  })

  test('takes a wildcard in a filter as a mere character', async ({ assert }) => {
    assert.lengthOf(await resource.find(new Filter({ nombre: '999%' }, resource), { limit: 100 }), await resource.count(new Filter({ nombre: '999' }, resource)))
    assert.equal(await resource.count(new Filter({ nombre: "1' or '1'='1" }, resource)), 0)
  })
})

test.group("AdminJS's addresses", () => {
  const somewhere = 'utilisateurs/records/01900000-0000-7000-8000-000000000000'

  test('GET {path} is not there: nothing is written by reading, and search is off')
    .with(
      [
        'actions/new', 'actions/search', 'actions/search/a', 'search/a', 'bulk/bulkDelete?recordIds=1',
        'actions/edit', 'actions/list/toString', 'actions/__proto__',
      ].map((path) => ({ path: `/admin/api/resources/utilisateurs/${path}` })).concat(
        ['edit', 'delete', 'toString'].map((action) => ({ path: `/admin/api/resources/${somewhere}/${action}` })),
        ['/admin/api/dashboard', '/admin/api/pages/x', '/admin/pages/x', '/admin/login', '/admin/logout', '/admin/refresh-token'].map((path) => ({ path }))
      )
    )
    .run(async ({ assert }, { path }) => {
      assert.equal((await (await administrator()).get(path)).status, 404)
    })

  test('POST {path} is not there')
    .with([
      { path: '/admin/api/resources/utilisateurs/actions/new' },
      { path: '/admin/api/resources/utilisateurs/actions/list' },
      { path: `/admin/api/resources/${somewhere}/edit` },
      { path: `/admin/api/resources/${somewhere}/delete` },
      { path: '/admin/api/resources/utilisateurs/bulk/bulkDelete?recordIds=1' },
      { path: '/admin/api/pages/x' },
      { path: '/admin/resources/utilisateurs' },
    ])
    .run(async ({ assert }, { path }) => {
      const someone = await administrator()
      await someone.get('/admin')
      assert.equal((await someone.post(path, { 'full_name': 'Intrus', 'password_hash': 'x' })).status, 404)
    })

  test('of a resource that does not exist, or of a row that is no id, name no resource', async ({ assert }) => {
    const someone = await administrator()
    for (const path of ['staff_users', 'sessions', 'constructor', '__proto__', 'adherents%27', 'utilisateurs/records/1/show', `${somewhere}/show`]) {
      const page = await someone.get(path.includes('/') ? `/admin/api/resources/${path}` : `/admin/api/resources/${path}/actions/list`)
      assert.equal(page.status, 404, path)
      assert.notInclude(page.html, 'registered resources')
      assert.notInclude(page.html, 'acces')
    }
  })

  test('serve its own scripts and no other file', async ({ assert }) => {
    const someone = await administrator()
    for (const file of ['global.bundle.js', 'design-system.bundle.js', 'app.bundle.js']) {
      const script = await someone.get(`/admin/frontend/assets/${file}`)
      assert.equal(script.status, 200)
      assert.match(script.headers.get('content-type')!, /javascript/)
    }
    for (const file of ['components.bundle.js', 'logo.svg', '..%2f..%2fpackage.json', 'constructor']) {
      assert.equal((await someone.get(`/admin/frontend/assets/${file}`)).status, 404)
    }
  })
})

test.group('A list of a register', () => {
  test('refuses what would tell of a hidden column, over the network too', async ({ assert }) => {
    const refused = [
      'utilisateurs/actions/list?filters.password_hash=a',
      'utilisateurs/actions/list?filters.mot_de_passe=true',
      'salaries/actions/list?filters.email=a',
      'salaries/actions/list?filters.naissance_du=01/01/1990',
      'salaries/actions/list?filters.nom~~from=a',
      'salaries/actions/list?filters.nom=a&filters.nom=b',
      'salaries/actions/list?filters.__proto__=a',
      'salaries/actions/list?filters.constructor=a',
      'salaries/actions/list?sortBy=naissance',
      'salaries/actions/list?sortBy=employees.email',
      'utilisateurs/actions/list?sortBy=password_hash',
      'demandes/actions/list?filters.etat=constructor',
    ]
    for (const path of refused) {
      const { answer, status } = await api(path)
      assert.isTrue(status === 403 || answer.notice?.type === 'error', path)
      assert.deepEqual(answer.records ?? [], [], path)
    }
  })

  test('holds no hash, no secret, no address of an employee and no reason of an employer', async ({ assert }) => {
    const member = await createMember()
    const user = await createUser({ member, holder: true, name: 'Ysoline Kerbrat' })
    const employee = await createEmployee({ member, family_name: 'Prigentel', email: uniqueEmail('cachee'), phone: '0699000000' })
    const hash = (await rowOf('users', { id: user.id })).password_hash
    const someone = await administrator()
    for (const { id } of REGISTERS) {
      const page = await someone.get(`/admin/api/resources/${id}/actions/list?perPage=100`)
      assert.notInclude(page.html, hash)
      assert.notInclude(page.html, 'scrypt')
      assert.notInclude(page.html, '0699000000')
      assert.notInclude(page.html, employee.email!)
    }
    for (const path of [`utilisateurs/records/${user.id}/show`, `salaries/records/${employee.id}/show`]) {
      const page = await someone.get(`/admin/api/resources/${path}`)
      assert.equal(page.status, 200)
      assert.notInclude(page.html, hash)
      assert.notInclude(page.html, '0699000000')
      assert.notInclude(page.html, employee.email!)
    }
  })

  test('finds blind to accents and case, and says dates in Paris and in French', async ({ assert }) => {
    const rank = Date.now()
    const member = await createMember({ company_name: `Ébénisterie Lorgeril-Quédec ${rank}` })
    const employee = await createEmployee({ member, family_name: 'Trévidic', first_name: 'Noé' })
    const visit = await createVisit({ employee, startsAt: inDays(11, '23:30') })
    assert.deepInclude(await list(`adherents/actions/list?filters.entreprise=ebenisterie%20LORGERIL%20quedec%20${rank}`), {
      id: member.id,
      entreprise: `Ébénisterie Lorgeril-Quédec ${rank}`,
      numero: member.number,
      siren: (await rowOf('members', { id: member.id })).siren,
      siret: (await rowOf('members', { id: member.id })).siret,
      naf: '43.32A',
      adresse: '12 rue des Charrons',
      code_postal: '35000',
      ville: 'Rennes',
      centre: 'Centre de Vern',
      medecin: 'Dr Solène Kerdraon',
    })
    const day = visit.startsAt.setZone('Europe/Paris').toFormat('dd/MM/yyyy')
    const dayAfter = visit.startsAt.setZone('Europe/Paris').plus({ days: 1 }).toFormat('dd/MM/yyyy')
    const found = await list(`visites/actions/list?filters.entreprise=quedec%20${rank}&filters.debut_du=${day}&filters.debut_au=${day}`)
    assert.deepEqual(found.map(({ debut, etat, nature }: Record<string, string>) => [debut, etat, nature]), [
      [formatInstant(visit.startsAt), 'Convoquée', 'Périodique'],
    ])
    assert.lengthOf(await list(`visites/actions/list?filters.entreprise=quedec%20${rank}&filters.debut_du=${dayAfter}`), 0)
  })

  test('says how to mend a date that does not exist', async ({ assert }) => {
    const { answer } = await api('visites/actions/list?filters.debut_du=31/11/2026')
    assert.equal(answer.notice.type, 'error')
    assert.include(answer.notice.message, "La date 31/11/2026 n'existe pas")
    assert.deepEqual(answer.records, [])
  })

  test('takes an odd page or size as the usual one, and a NUL byte as unreadable', async ({ assert }) => {
    for (const query of ['page=-1', 'page=abc', 'perPage=1e9', 'perPage=-5', 'page=999999999999', 'direction=;drop', 'unknown=1', '__proto__.x=1']) {
      const { status, answer } = await api(`adherents/actions/list?${query}`)
      assert.equal(status, 200, query)
      assert.isAtMost(answer.meta.perPage, PAGE_CAP)
    }
    assert.equal((await (await administrator()).get('/admin/api/resources/adherents/actions/list?filters.entreprise=a%00b')).status, 400)
  })
})

test.group("A register's page", () => {
  test('tells its script the id and the role of who reads, and nothing else of them', async ({ assert }) => {
    const someone = await staffAs('auditor', { name: 'Gwenaël </script><b>Le Floc\'h' })
    const page = await someone.get('/admin/resources/journal')
    const state = JSON.parse(/window\.REDUX_STATE = (.+);$/m.exec(page.html)![1]!)
    assert.deepEqual(state.session, { id: someone.staff.id, role: 'auditor' })
    assert.notInclude(page.html, someone.staff.email)
    assert.notInclude(page.html, '</script><b>')
    assert.sameMembers(
      state.resources.map(({ id }: { id: string }) => id),
      REGISTERS.filter((register) => mayOpen(register, 'auditor')).map(({ id }) => id)
    )
    assert.equal(state.paths.loginPath, '/admin/connexion')
    assert.equal(state.locale.language, 'fr')
  })

  test('asks no other host and gives each of its scripts the nonce', async ({ assert }) => {
    const page = await (await administrator()).get('/admin/resources/visites')
    const nonce = /'nonce-([\w-]+)'/.exec(page.headers.get('content-security-policy')!)![1]
    assert.notMatch(page.html, /https?:\/\/(?!www\.w3\.org)/)
    for (const [tag] of page.html.matchAll(/<script\b[^>]*>/g)) assert.isTrue(tag.includes(`nonce="${nonce}"`) || tag.includes('src="/'), tag)
  })

  test('of a request or a visit leads to the page that shows it better', async ({ assert }) => {
    const visit = await createVisit({ startsAt: inDays(8, '9:00'.padStart(5, '0')) })
    const page = await (await administrator()).get(`/admin/resources/visites/records/${visit.id}/show`)
    assert.deepEqual([page.status, page.location], [302, `/admin/visites/${visit.id}`])
  })

  test('has the same menu by job as our pages, made of what its role may open', async ({ assert }) => {
    const menuOf = async (someone: StaffVisitor, path: string) => {
      const { html } = await someone.get(path)
      const menu = /aria-label="Menu principal">([^]*?)<\/nav>/.exec(html)![1]!
      return [...menu.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
    }
    const planner = await staffAs('planner')
    const expected = ['/admin/planification', '/admin/resources/adherents', '/admin/resources/salaries']
    assert.deepEqual(await menuOf(planner, '/admin'), expected)
    assert.deepEqual(await menuOf(planner, '/admin/resources/salaries'), expected)
    assert.deepEqual(await menuOf(await staffAs('billing'), '/admin'), ['/admin/resources/adherents'])
    assert.deepEqual(await menuOf(await administrator(), '/admin'), [...expected, '/admin/resources/journal'])
    for (const href of expected) assert.equal((await planner.get(href)).status, 200)
  })
})
