import { randomInt, randomUUID } from 'node:crypto'
import { now } from '#core/clock'
import { requestFirstAccess } from '#identity/actions/request_first_access'
import { requestPasswordReset } from '#identity/actions/request_password_reset'
import { signIn } from '#identity/actions/sign_in'
import { createMember, createUser, insert, owner, uniqueEmail } from '#tests/support/factories'
import { compare, type Bench, type Times } from './measure.js'

/** Beyond this, the time of one answer would tell more than the noise of a network hides. */
const EQUAL_WITHIN = 0.1
const PASSWORD = 'une-autre-phrase-tout-entiere'

const bench: Bench = async () => {
  const holder = await createUser({ member: await createMember(), holder: true })
  const bare = await createUser({ member: await createMember(), holder: true })
  await owner().from('users').where('id', bare.id).update({ password_hash: null })
  // Another at each run: what the last one counted is not forgotten yet.
  const nobody = String(randomInt(9_900_000, 10_000_000))
  // Two days later at each round, what was counted is forgotten.
  const at = (round: number) => now().plus({ days: round * 2 })
  const wrong = (identifier: () => string) => (round: number) =>
    signIn({ identifier: identifier(), password: PASSWORD, device: null, address: `198.51.100.${round}` }, at(round))

  const signIns = await compare({
    'a wrong password, by number': wrong(() => holder.identifier),
    'a wrong password, by e-mail': wrong(() => holder.email),
    'an account without a password': wrong(() => bare.identifier),
    'an unknown number': wrong(() => nobody),
    'an unknown e-mail': wrong(() => `${randomUUID()}@nulle-part.example`),
  })
  mustBeEqual(signIns)

  await compare({
    'a lost password, by number': (round) => requestPasswordReset(holder.identifier, at(round)),
    'a lost password of nobody': (round) => requestPasswordReset(nobody, at(round)),
  })

  const member = await createMember()
  await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email: uniqueEmail('direction') })
  await compare({
    'a first access': (round) => requestFirstAccess(member.number, at(round)),
    'a first access of an open account': (round) => requestFirstAccess(holder.identifier, at(round)),
    'a first access of nobody': (round) => requestFirstAccess(nobody, at(round)),
  })
}

function mustBeEqual(times: Record<string, Times>) {
  // A busy machine makes an answer seem slow, never fast.
  const least = Object.values(times).map((one) => one.least)
  const apart = Math.max(...least) / Math.min(...least) - 1
  console.log(`  the slowest takes ${(apart * 100).toFixed(1)} % more than the quickest`)
  if (apart > EQUAL_WITHIN) throw new Error('Time tells whether an account exists')
}

export default bench
