import { test } from '@japa/runner'
import { RouterFactory } from '@adonisjs/core/factories/http'
import { allow, open } from '#core/http/policy'
import { allows, PRESETS, rightsOf, type Preset } from '#identity/rules/rights'
import { createUser } from '#tests/support/factories'
import { signedInAs, visitor, type Page, type Visitor } from '#tests/support/http'
import { namesAThing, needsRight, needsSignIn, routesOf, undecided, type WalkedRoute } from '#tests/functional/matrix/routes'
import { addressIn, createWorld, stateOf, type World } from '#tests/functional/matrix/world'

const OURS = 'Kervilzic'
const THEIRS = 'Ploumoguen'

/** Two members, and a browser of the second's holder: one for the whole walk, since what is refused changes nothing. */
const strangers = once(async () => {
  const [ours, theirs] = [await createWorld(OURS), await createWorld(THEIRS)]
  return { ours, theirs, stranger: await signedInAs(theirs.holder) }
})
const signedOutWorld = once(() => createWorld(OURS))
const readers = new Map<Preset, Promise<{ world: World; reader: Visitor }>>()

/** Somebody with this preset, in a member whose holder can give the right. */
function readerWith(preset: Preset) {
  const known = readers.get(preset) ?? createReader(preset)
  readers.set(preset, known)
  return known
}

async function createReader(preset: Preset) {
  const world = await createWorld(OURS)
  return { world, reader: await signedInAs(await createUser({ member: world.member, preset, name: 'Yannick Morvan' })) }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

const call = (someone: Visitor, { method }: WalkedRoute, address: string, htmx = false) =>
  method === 'GET' ? someone.get(address, { htmx }) : someone.post(address, {}, { htmx })

test.group('The table of rights', () => {
  test('decides for every route, once', ({ assert }) => {
    const routes = routesOf()
    assert.isAbove(routes.length, 20)
    assert.deepEqual(undecided(routes), [])
  })

  test('would miss neither a route without a policy nor one with two', ({ assert }) => {
    const planted = new RouterFactory().create()
    planted.get('/decided', async () => {}).use(allow('visits'))
    planted.get('/forgotten', async () => {})
    planted.post('/contradicted', async () => {}).use([open(), allow('visits', 'write')])
    assert.sameMembers(undecided(routesOf(planted)), ['GET /forgotten: 0 policies', 'POST /contradicted: 2 policies'])
  })
})

test.group('A route, to its holder', () => {
  test('{method} {pattern} is open')
    .with(() => routesOf())
    .run(async ({ assert }, route) => {
      const world = await createWorld(OURS)
      const page = await call(await signedInAs(world.holder), route, addressIn(world, route.pattern))
      assert.include([200, 204, 303, 409, 410, 422], page.status, page.text.slice(0, 300))
    })
})

test.group('A route, to the holder of another member', () => {
  test('{method} {pattern} does not exist for a thing of ours, and changes nothing')
    .with(() => routesOf().filter(namesAThing))
    .run(async ({ assert }, route) => {
      const { ours, stranger } = await strangers()
      const before = await stateOf(ours.member)
      const page = await call(stranger, route, addressIn(ours, route.pattern))
      assert.equal(page.status, 404)
      assert.notInclude(page.html, OURS)
      const fragment = await call(stranger, route, addressIn(ours, route.pattern), true)
      assert.equal(fragment.status, 404)
      assert.equal(await stateOf(ours.member), before)
    })

  test('{method} {pattern} shows nothing of ours')
    .with(() => routesOf().filter((route) => !namesAThing(route)))
    .run(async ({ assert }, route) => {
      const [ours, theirs] = [await createWorld(OURS), await createWorld(THEIRS)]
      const page = await call(await signedInAs(theirs.holder), route, addressIn(theirs, route.pattern))
      assert.notInclude(page.html, OURS)
      assert.notInclude(page.html, ours.member.number)
    })

  test('{method} {pattern} refuses a form that says it acts for us')
    .with(() => routesOf().filter((route) => route.method === 'POST' && route.policies[0]!.audience === 'member'))
    .run(async ({ assert }, route) => {
      const { ours, theirs, stranger } = await strangers()
      const before = await stateOf(ours.member)
      const page = await stranger.post(addressIn(theirs, route.pattern), { adherent: ours.member.id })
      assert.equal(page.status, 404)
      assert.equal(await stateOf(ours.member), before)
    })
})

/** Ids of ours where a form or an address of theirs carries its own. */
const CARRIED: { what: string; ask: (stranger: Visitor, theirs: World, ours: World) => Promise<Page> }[] = [
  { what: 'a selection of sheets', ask: (one, theirs, { visit }) => one.get(`/convocations.pdf?visite=${theirs.visit.id}&visite=${visit.id}`) },
  { what: 'the query of a new request', ask: (one, _, { employee }) => one.get(`/demandes/nouvelle?salarie=${employee.id}`) },
  { what: 'the draft of a request', ask: (one, _, { employee }) => one.post('/demandes/nouvelle', { choisir: employee.id }) },
  { what: 'a request', ask: (one, _, { employee }) => one.post('/demandes', { salarie: employee.id, nature: 'suivi' }) },
  {
    what: 'the sites of an invitation',
    ask: (one, _, { site }) => one.post('/acces/invitations', { nom: 'Maëlle', email: 'maelle@essai.example', modele: 'rh', etendue: 'certains', sites: site.id }),
  },
  {
    what: 'the sites of an access',
    ask: (one, { access }, { site }) => one.post(`/acces/${access.id}/droits`, { modele: 'rh', etendue: 'certains', sites: site.id }),
  },
  { what: "the next holder's access", ask: (one, _, { access }) => one.post('/acces/titulaire', { acces: access.id, mot_de_passe: 'x' }) },
  {
    what: 'a replacement',
    ask: (one, { visit }, { employee }) => one.post(`/convocations/${visit.id}/remplacement`, { remplacant: employee.id }),
  },
]

test.group('An id of ours, in the hands of the holder of another member', () => {
  test('does not exist when {what} carries it')
    .with(CARRIED)
    .run(async ({ assert }, { ask }) => {
      const { ours, theirs, stranger } = await strangers()
      const before = [await stateOf(ours.member), await stateOf(theirs.member)]
      const page = await ask(stranger, theirs, ours)
      assert.equal(page.status, 404)
      assert.notInclude(page.html, OURS)
      assert.deepEqual([await stateOf(ours.member), await stateOf(theirs.member)], before)
    })
})

test.group('A route, to somebody signed out', () => {
  test('{method} {pattern} leads to the sign-in')
    .with(() => routesOf().filter(needsSignIn))
    .run(async ({ assert }, route) => {
      const world = await signedOutWorld()
      const before = await stateOf(world.member)
      const page = await call(visitor(), route, addressIn(world, route.pattern))
      assert.equal(page.status, 303)
      assert.equal(page.location, '/connexion')
      const fragment = await call(visitor(), route, addressIn(world, route.pattern), true)
      assert.equal(fragment.status, 401)
      assert.equal(fragment.headers.get('hx-redirect'), '/connexion')
      assert.equal(await stateOf(world.member), before)
    })

  test('{method} {pattern} is open to all')
    .with(() => routesOf().filter((route) => !needsSignIn(route)))
    .run(async ({ assert }, route) => {
      const world = await signedOutWorld()
      const page = await call(visitor(), route, addressIn(world, route.pattern))
      assert.include([200, 303, 410, 422], page.status)
      assert.notInclude(page.html, OURS)
    })
})

test.group('A route, to a user without the right', () => {
  test('{method} {pattern} is refused, naming who can give the right')
    .with(() => routesOf().filter(needsRight))
    .run(async ({ assert }, route) => {
      const policy = route.policies[0]!
      if (policy.audience !== 'member' || !policy.domain) throw new Error('Not a route of a domain')
      const preset = PRESETS.find((one) => !allows(rightsOf(one), policy.domain!, policy.level))
      if (!preset) throw new Error(`Everybody may ${policy.level} ${policy.domain}`)
      const { world, reader } = await readerWith(preset)
      const before = await stateOf(world.member)
      const page = await call(reader, route, addressIn(world, route.pattern))
      assert.equal(page.status, 403)
      assert.include(page.text, world.holder.name)
      assert.equal(await stateOf(world.member), before)
    })
})
