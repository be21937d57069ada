import { DateTime } from 'luxon'
import { now } from '#core/clock'
import { TooManyTries } from '#core/exceptions/refusals'
import { asStaff } from '#core/tenants'
import { eraseFormerUsers, mintLink } from '#identity'
import { countTry } from '#identity/throttling/count_try'
import { createDevice, createMember, createPasskey, createUser, insert, owner, PASSWORD, rowOf, uniqueEmail } from '#tests/support/factories'
import { signedInAs, visitor, type Visitor } from '#tests/support/http'
import { codeOf, FACTOR, giveCode, halfway, secretOn, setUpTotp, sessionIdOf, somebody, wrongCodeOf } from '#tests/functional/identity/account/people'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const NEW_PASSWORD = 'girouette-mandarine-pluvier-61'
const CHOSEN = { mot_de_passe: NEW_PASSWORD, confirmation: NEW_PASSWORD }

async function askEmail(someone: Visitor) {
  await someone.get('/compte/adresse')
  await someone.post('/compte/adresse', { email: uniqueEmail('nouvelle') })
}

/** The page of a link, as the mailing activity would have mailed it. */
async function linkOf(where: Record<string, unknown>, path: string) {
  const { id } = await owner().from('account_links').where(where).whereNull('consumed_at').whereNull('superseded_at').firstOrFail()
  const minted = await asStaff((trx) => mintLink(trx, id, DateTime.utc()))
  return `${path}/${minted!.token}`
}

async function opened(link: string) {
  const someone = visitor()
  await someone.get(link)
  return (fields = {}) => someone.post(link, fields)
}

const confirmation = (userId: string, purpose: string) => linkOf({ user_id: userId, purpose }, '/adresse/confirmation')

async function changePassword(current: string) {
  const { someone } = await somebody()
  await someone.get('/compte/mot-de-passe')
  return () => someone.post('/compte/mot-de-passe', { mot_de_passe_actuel: current, ...CHOSEN })
}

async function createClosed() {
  const member = await createMember()
  await insert('contacts', { member_id: member.id, role: 'management', name: 'Odile Varennes', email: uniqueEmail('direction') })
  return member
}

async function ask(page: string, fields: Record<string, string>) {
  const someone = visitor()
  await someone.get(page)
  return () => someone.post(page, fields)
}

export const ACCOUNT_CASES: Record<string, JournalCase> = {
  'email.cancelled': async () => {
    const { someone } = await somebody()
    await askEmail(someone)
    await someone.get('/compte')
    return () => someone.post('/compte/adresse/abandon')
  },
  'email.changed': async () => {
    const { user, someone } = await somebody()
    await askEmail(someone)
    const [one, other] = [await confirmation(user.id, 'email_old'), await confirmation(user.id, 'email_new')]
    await (await opened(one))()
    return opened(other)
  },
  'email.confirmed': async () => {
    const { user, someone } = await somebody()
    await askEmail(someone)
    return opened(await confirmation(user.id, 'email_old'))
  },
  'email.requested': async () => {
    const { someone } = await somebody()
    return () => askEmail(someone)
  },
  'first_access.asked': async () => ask('/premiere-connexion', { numero: (await createClosed()).number }),
  'first_access.used': async () => {
    const member = await createClosed()
    await (await ask('/premiere-connexion', { numero: member.number }))()
    const give = await opened(await linkOf({ member_id: member.id }, '/premiere-connexion'))
    return () => give(CHOSEN)
  },
  'first_access.withheld': () => ask('/premiere-connexion', { numero: '9999998' }),
  'name.changed': async () => {
    const { someone } = await somebody()
    await someone.get('/compte/nom')
    return () => someone.post('/compte/nom', { nom: 'Camille Le Dorval' })
  },
  'passkey.removed': async () => {
    const { user, someone } = await somebody()
    const { id } = await createPasskey({ user })
    await someone.get(`/compte/cles/${id}/retrait`)
    return () => someone.post(`/compte/cles/${id}/retrait`)
  },
  'password.changed': () => changePassword(PASSWORD),
  'password.link_asked': async () => {
    const user = await createUser({ member: await createMember(), holder: true })
    return ask('/mot-de-passe/oublie', { identifiant: user.identifier })
  },
  'password.link_withheld': () => ask('/mot-de-passe/oublie', { identifiant: uniqueEmail('personne') }),
  'password.refused': () => changePassword('pas-le-bon-du-tout'),
  'password.reset': async () => {
    const user = await createUser({ member: await createMember(), holder: true })
    await (await ask('/mot-de-passe/oublie', { identifiant: user.identifier }))()
    const give = await opened(await linkOf({ user_id: user.id }, '/mot-de-passe/reinitialisation'))
    return () => give(CHOSEN)
  },
  'recovery_code.used': async () => {
    const { other, codes } = await halfway()
    return () => giveCode(other, codes[0]!)
  },
  'recovery_codes.made': async () => {
    const { someone } = await somebody()
    return () => setUpTotp(someone)
  },
  'second_factor.disabled': async () => {
    const { someone } = await halfway()
    await someone.get(`${FACTOR}/arret`)
    return () => someone.post(`${FACTOR}/arret`)
  },
  'second_factor.enabled': async () => {
    const { someone } = await somebody()
    const secret = secretOn(await someone.get(`${FACTOR}/application`))
    return () => someone.post(`${FACTOR}/application`, { code: codeOf(secret) })
  },
  'second_factor.refused': async () => {
    const { other, secret } = await halfway()
    return () => giveCode(other, wrongCodeOf(secret))
  },
  'session.closed': async () => {
    const { user, someone } = await somebody()
    const { handle } = await rowOf('sessions', { id: sessionIdOf(await signedInAs(user)) })
    await someone.get('/compte/appareils')
    return () => someone.post(`/compte/appareils/${handle}/fermeture`)
  },
  'session.others_closed': async () => {
    const { user, someone } = await somebody()
    await createDevice({ user })
    await someone.get('/compte/appareils')
    return () => someone.post('/compte/appareils/fermeture')
  },
  'session.throttled': async () => {
    const user = await createUser({ member: await createMember(), holder: true })
    const wrong = { ...user, password: 'une-autre-phrase-tout-entiere' }
    for (let count = 0; count < 5; count += 1) await visitor().signIn(wrong)
    return async () => {
      await visitor().signIn(wrong)
      await visitor().signIn(wrong)
    }
  },
  'tries.throttled': async () => {
    const whose = crypto.randomUUID()
    return async () => {
      for (let tries = 0; tries < 200; tries += 1) await countTry('link_address', whose, now()).catch((error) => error instanceof TooManyTries || Promise.reject(error))
    }
  },
  'user.erased': async () => {
    const { id } = await createUser()
    await owner().from('users').where('id', id).update({ created_at: '2016-01-01T00:00:00Z' })
    return () => asStaff((trx) => eraseFormerUsers(trx, DateTime.fromISO('2017-06-01T04:00:00Z')))
  },
}
