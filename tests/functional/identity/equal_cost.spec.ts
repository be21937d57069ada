import { test } from '@japa/runner'
import { signIn } from '#identity/actions/sign_in'
import { costsOf, type Costs } from '#tests/support/costs'
import { createMember, createUser, insert, owner, PASSWORD } from '#tests/support/factories'
import { visitor } from '#tests/support/http'
import { now } from '#core/clock'

const WRONG = 'une-autre-phrase-tout-entiere'

// Of a transaction the id differs, nothing else.
const shapeOf = ({ queries, hashes }: Costs) => ({ queries: queries.map((sql) => sql.replace(/trx\d+/g, 'trx')), hashes })

/** The cost of a form sent from a new device, whose session began before. */
async function costOfForm(path: string, fields: Record<string, string>) {
  const someone = visitor()
  const form = await someone.get(path)
  const { queries, hashes } = await costsOf(() => someone.post(path, fields, { from: form }))
  return shapeOf({ queries: queries.filter((sql) => !/"sessions"/.test(sql)), hashes })
}

async function cast() {
  const [open, waiting, silent] = [await createMember(), await createMember(), await createMember()]
  const holder = await createUser({ member: open, holder: true })
  const [bare] = [await createUser({ member: await createMember(), holder: true })]
  await owner().from('users').where('id', bare.id).update({ password_hash: null })
  const email = `direction.${crypto.randomUUID()}@essai.example`
  await insert('contacts', { member_id: waiting.id, role: 'management', name: 'Odile Varennes', email })
  return { holder, bare, open, waiting, silent }
}

test.group('Whether an account exists cannot be told', () => {
  test('by the queries nor by the hashes of a sign-in', async ({ assert }) => {
    const { holder, bare } = await cast()
    const identifiers = [holder.identifier, holder.email, bare.identifier, '9999997', `x.${crypto.randomUUID()}@nulle-part.example`]
    // The hash that stands for nobody's is made once.
    await signIn({ identifier: '9999996', password: WRONG, device: null, address: '192.0.2.1' }, now())
    const costs = []
    for (const identifiant of identifiers) costs.push(await costOfForm('/connexion', { identifiant, mot_de_passe: WRONG }))

    assert.isAbove(costs[0]!.queries.length, 3)
    assert.deepEqual(costs[0]!.hashes, ['verify'])
    for (const cost of costs) assert.deepEqual(cost, costs[0])
  })

  test('by those of a sign-in that has to wait', async ({ assert }) => {
    const { holder } = await cast()
    const costs = []
    for (const identifiant of [holder.identifier, `x.${crypto.randomUUID()}@nulle-part.example`]) {
      for (let count = 0; count < 5; count++) await visitor().signIn({ identifier: identifiant, password: WRONG })
      costs.push(await costOfForm('/connexion', { identifiant, mot_de_passe: PASSWORD }))
    }
    assert.isEmpty(costs[0]!.hashes)
    assert.deepEqual(costs[1], costs[0])
  })

  test('by the queries of a lost password', async ({ assert }) => {
    const { holder, bare } = await cast()
    const identifiers = [holder.identifier, bare.email, '9999997', `x.${crypto.randomUUID()}@nulle-part.example`]
    const costs = []
    for (const identifiant of identifiers) costs.push(await costOfForm('/mot-de-passe/oublie', { identifiant }))
    assert.isAbove(costs[0]!.queries.length, 4)
    for (const cost of costs) assert.deepEqual(cost, costs[0])
  })

  test('by the queries of a first access', async ({ assert }) => {
    const { open, waiting, silent } = await cast()
    const costs = []
    for (const numero of [waiting.number, open.number, silent.number, '9999997']) {
      costs.push(await costOfForm('/premiere-connexion', { numero }))
    }
    assert.isAbove(costs[0]!.queries.length, 4)
    for (const cost of costs) assert.deepEqual(cost, costs[0])
  })
})
