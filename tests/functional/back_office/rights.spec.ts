import { test } from '@japa/runner'
import type { StaffRole } from '#core/http/policy'
import { createEmployee, createMember, createOpening, createRequest, createSirenChange, createUser, createVisit } from '#tests/support/factories'
import { inDays } from '#tests/support/clock'
import { backOfficeRoutes, rolesOf, routesByRole } from '#tests/functional/back_office/routes'
import { staffAs, staffVisitor, type StaffVisitor } from '#tests/functional/back_office/staff_visitor'
import { EVERY_ROLE } from '#identity/staff/roles'
import { undecided, type WalkedRoute } from '#tests/functional/matrix/routes'
import { stateOf } from '#tests/functional/matrix/world'
import { REGISTERS } from '#back_office/resources/index'

const visitors = new Map<StaffRole, Promise<StaffVisitor>>()

/** One browser a role for the whole walk: what is asked is rights, not sign-ins. */
function browserOf(role: StaffRole) {
  const known = visitors.get(role) ?? staffAs(role)
  visitors.set(role, known)
  return known
}

async function createWorld() {
  const member = await createMember()
  const employee = await createEmployee({ member })
  const request = await createRequest({ employee })
  const visit = await createVisit({ employee, startsAt: inDays(9, '10:00') })
  const sirenChange = await createSirenChange({ member, user: await createUser({ member }) })
  const opening = await createOpening({ centre: member.centre })
  return { member, employee, request, visit, sirenChange, opening }
}

/** What the id of each address is; a visit's, elsewhere. Contacts are open to most, and hold a row of the member. */
const OWNERS = { '/admin/demandes': 'request', '/admin/adherents': 'member', '/admin/siren': 'sirenChange', '/admin/salaries': 'employee', '/admin/ouvertures': 'opening' } as const

const HEALTH = /^\/admin\/(visites\/:id\/constat|salaries\/:id\/)/

function addressIn(world: Awaited<ReturnType<typeof createWorld>>, { pattern }: WalkedRoute) {
  const base = Object.keys(OWNERS).find((start) => pattern.startsWith(start)) as keyof typeof OWNERS | undefined
  return pattern
    .replace(':id', world[base ? OWNERS[base] : 'visit'].id)
    .replace(':register', 'adherents')
    .replace(':record', '01900000-0000-7000-8000-000000000000')
    .replace(':file', 'app.bundle.js')
    .replace('*', 'nulle-part')
}

const call = (someone: StaffVisitor, { method }: WalkedRoute, address: string) =>
  method === 'GET' ? someone.get(address) : someone.post(address)

test.group("The back office's table of rights", () => {
  test('decides for every route, once', ({ assert }) => {
    const routes = backOfficeRoutes()
    assert.isAbove(routes.length, 20)
    assert.deepEqual(undecided(routes), [])
  })

  test('opens to all nothing but the sign-in and the addresses that are not there', ({ assert }) => {
    const open = backOfficeRoutes().filter((route) => !rolesOf(route))
    assert.sameMembers(
      open.map(({ method, pattern }) => `${method} ${pattern}`),
      [
        ...['GET /admin/connexion', 'POST /admin/connexion', 'GET /admin/connexion/code', 'POST /admin/connexion/code'],
        ...['GET /admin/connexion/activation', 'POST /admin/connexion/activation', 'GET /', 'GET /*'],
      ]
    )
  })

  test('lets a planner act on requests and visits, relations adhérents on accounts, an administrator on both, the health team alone on health, and nobody else', ({ assert }) => {
    const acts = backOfficeRoutes().filter(({ method, pattern }) => method === 'POST' && !pattern.startsWith('/admin/connexion'))
    const closed = acts.filter(({ pattern }) => pattern !== '/admin/deconnexion' && !pattern.startsWith('/admin/compte'))
    assert.isAbove(closed.length, 5)
    for (const route of closed) {
      if (HEALTH.test(route.pattern)) {
        assert.deepEqual([...rolesOf(route)!], ['health'], route.pattern)
        continue
      }
      const role = /^\/admin\/(adherents|siren)\b/.test(route.pattern) ? 'member_relations' : 'planner'
      assert.sameMembers([...rolesOf(route)!], ['administrator', role], route.pattern)
    }
  })

  test('lets everybody change the locks of their own account', ({ assert }) => {
    const own = backOfficeRoutes().filter(({ pattern }) => pattern.startsWith('/admin/compte'))
    assert.isAbove(own.length, 10)
    for (const route of own) assert.sameMembers([...new Set(rolesOf(route)!)], EVERY_ROLE, route.pattern)
  })
})

test.group('A route of the back office', () => {
  test('{method} {pattern} is for {role} what the table says: {open}')
    .with(() => routesByRole().filter(({ pattern }) => pattern !== '/admin/deconnexion'))
    .run(async ({ assert }, route) => {
      const world = await createWorld()
      const before = await stateOf(world.member)
      const page = await call(await browserOf(route.role), route, addressIn(world, route))
      if (route.open) return assert.notInclude([403, 419, 500], page.status, page.text.slice(0, 300))
      assert.equal(page.status, 403)
      assert.notInclude(page.html, world.member.name)
      assert.equal(await stateOf(world.member), before)
    })

  test('{method} {pattern} leads somebody signed out to the sign-in, and changes nothing')
    .with(() => backOfficeRoutes().filter((route) => rolesOf(route)))
    .run(async ({ assert }, route) => {
      const world = await createWorld()
      const before = await stateOf(world.member)
      const someone = await staffVisitor()
      await someone.get('/admin/connexion')
      const address = addressIn(world, route)
      const page = route.method === 'GET' ? await someone.get(address) : await someone.post(address)
      if (route.pattern.startsWith('/admin/api')) assert.deepEqual([page.status, JSON.parse(page.html).notice.type], [401, 'error'])
      else assert.deepEqual([page.status, page.location], [303, '/admin/connexion'])
      assert.equal(await stateOf(world.member), before)
    })

  test('that writes takes no form without its token')
    .with(() => backOfficeRoutes().filter(({ method }) => method === 'POST'))
    .run(async ({ assert }, route) => {
      const world = await createWorld()
      const before = await stateOf(world.member)
      const page = await (await browserOf('administrator')).post(addressIn(world, route), { _csrf: undefined, motif: 'Un motif', issue: 'held' })
      assert.equal(page.status, 419)
      assert.equal(await stateOf(world.member), before)
    })
})

test.group('A register', () => {
  test('{id} opens to the roles of its policy and to no other')
    .with(() => REGISTERS.map(({ id, policy }) => ({ id, roles: policy.roles })))
    .run(async ({ assert }, { id, roles }) => {
      for (const role of ['administrator', 'member_relations', 'planner', 'health', 'billing', 'auditor'] as const) {
        const someone = await browserOf(role)
        const expected = roles.includes(role) ? 200 : 403
        for (const path of [`/admin/resources/${id}`, `/admin/api/resources/${id}/actions/list`]) {
          assert.equal((await someone.get(path)).status, expected, `${role} ${path}`)
        }
      }
    })
})

test.group("The back office's answers", () => {
  test('carry their headers on every status', async ({ assert }) => {
    const someone = await browserOf('billing')
    const visit = await createVisit({ startsAt: inDays(9, '10:00') })
    const pages = [
      await someone.get('/admin'),
      await someone.get('/admin/planification'),
      await someone.get('/admin/nulle-part'),
      await someone.get('/admin/visites/pas-un-id'),
      await (await browserOf('planner')).post(`/admin/visites/${visit.id}/issue`, { issue: 'held' }),
      await (await browserOf('planner')).post(`/admin/visites/${visit.id}/annulation`, { motif: '' }),
      await someone.get('/admin/resources/adherents'),
      await someone.get('/admin/api/resources/adherents/actions/list'),
      await someone.get('/admin/api/resources/journal/actions/list'),
      await someone.post('/admin/deconnexion', { _csrf: undefined }),
    ]
    assert.deepEqual(pages.map(({ status }) => status), [200, 403, 404, 404, 409, 422, 200, 200, 403, 419])
    for (const { headers, path } of pages) {
      const policy = headers.get('content-security-policy')!
      assert.match(policy, /^default-src 'self';/, path)
      assert.notMatch(policy, /script-src (?!'self' 'nonce-[\w-]+';)|unsafe-eval/, path)
      assert.include(policy, "frame-ancestors 'none'")
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
    }
    for (const { headers, path, status } of pages) {
      if (![404, 419].includes(status)) assert.equal(headers.get('cache-control'), 'no-store', path)
    }
  })

  test('keep the masthead of who is signed in on a page that is refused or not there', async ({ assert }) => {
    const someone = await browserOf('billing')
    for (const path of ['/admin/planification', '/admin/nulle-part']) {
      const page = await someone.get(path)
      assert.include(page.text, 'facturation')
      assert.include(page.links, '/admin')
      assert.notInclude(page.text, 'Espace adhérent')
    }
  })
})
