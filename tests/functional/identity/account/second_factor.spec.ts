import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { hashToken } from '#core/tokens'
import { codeOf, codesOn, eventsOf, FACTOR, giveCode, growStale, halfway, noticesOf, setUpTotp, sessionIdOf, somebody, wrongCodeOf } from '#tests/functional/identity/account/people'
import { itIs } from '#tests/support/clock'
import { createPasskey, owner, rowOf, rowsOf } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'

test.group('An application of authentication', () => {
  test('is set up by a drawing and a secret, confirmed by its code, with ten recovery codes shown once', async ({ assert }) => {
    const { user, someone } = await somebody()
    const page = await someone.get(`${FACTOR}/application`)
    assert.include(page.html, '<svg')
    const { secret, codes } = await setUpTotp(someone)
    assert.lengthOf(new Set(codes), 10)
    assert.isEmpty(codesOn(await someone.get(`${FACTOR}/codes`)))
    assert.include((await someone.get('/compte')).text, 'Activée')

    const row = await rowOf('users', { id: user.id })
    assert.notInclude(row.totp_secret, secret)
    const stored = await rowsOf('recovery_codes', { user_id: user.id })
    assert.sameMembers(stored.map(({ code_hash: hash }) => hash), codes.map((code) => hashToken(code.replaceAll('-', ''))))
    assert.deepEqual(await eventsOf(user), ['second_factor.enabled', 'recovery_codes.made'])
    assert.deepEqual(await noticesOf(user), ['second_factor_on'])
  })

  test('keeps its secret and the new codes out of the session in clear', async ({ assert }) => {
    const { someone } = await somebody()
    const page = await someone.get(`${FACTOR}/application`)
    const secret = /([A-Z2-7]{4} ){7}[A-Z2-7]{4}/.exec(page.text)![0].replaceAll(' ', '')
    const { data } = await rowOf('sessions', { id: sessionIdOf(someone) })
    assert.notInclude(data, secret)
    await someone.post(`${FACTOR}/application`, { code: codeOf(secret) })
    const after = await rowOf('sessions', { id: sessionIdOf(someone) })
    const [code] = codesOn(await someone.get(`${FACTOR}/codes`))
    assert.isString(code)
    assert.notInclude(after.data, code!)
  })

  test('is not on before it gave a code of its own', async ({ assert }) => {
    const { user, someone } = await somebody()
    await someone.get(`${FACTOR}/application`)
    for (const code of ['', '12345', 'abcdef', '000000']) {
      assert.equal((await someone.post(`${FACTOR}/application`, { code })).status, 422)
    }
    assert.isNull((await rowOf('users', { id: user.id })).totp_secret)
    assert.isEmpty(await eventsOf(user))
  })

  test('of a new telephone takes the place of the one before, and the recovery codes stay', async ({ assert }) => {
    const { user, someone, secret, codes } = await halfway()
    const again = await setUpTotp(someone)
    assert.isEmpty(again.codes)
    const other = visitor()
    await other.signIn(user)
    assert.equal((await giveCode(other, codeOf(secret))).status, 422)
    assert.equal((await giveCode(other, codes[0]!)).status, 303)
    assert.deepEqual(await noticesOf(user), ['second_factor_on', 'second_factor_changed', 'recovery_code_used'])
  })

  test('is changed only by who gave the password a short while ago', async ({ assert }) => {
    const { user, someone } = await somebody()
    await growStale(someone)
    const refused = await someone.get(`${FACTOR}/application`)
    assert.deepEqual([refused.status, refused.location], [303, '/compte/verification'])
    assert.equal((await someone.post(`${FACTOR}/application`, { code: '123456' })).location, '/compte/verification')

    await someone.get('/compte/verification')
    const wrong = await someone.post('/compte/verification', { mot_de_passe_actuel: 'pas-le-bon-du-tout' })
    assert.equal(wrong.status, 422)
    assert.include(wrong.text, "Ce n'est pas votre mot de passe actuel")
    const right = await someone.post('/compte/verification', { mot_de_passe_actuel: user.password })
    assert.equal(right.location, `${FACTOR}/application`)
    assert.equal((await someone.get(`${FACTOR}/application`)).status, 200)
    assert.deepEqual(await eventsOf(user), ['password.refused'])
  })

  test('is stopped with what goes with it, said before and told by mail', async ({ assert }) => {
    const { user, someone } = await halfway()
    const page = await someone.get(`${FACTOR}/arret`)
    assert.include(page.text, 'Votre mot de passe seul ouvrira votre compte')
    await someone.post(`${FACTOR}/arret`)
    assert.equal((await rowOf('users', { id: user.id })).totp_secret, null)
    assert.isEmpty(await rowsOf('recovery_codes', { user_id: user.id }))
    assert.equal((await visitor().signIn(user)).location, '/tableau-de-bord')
    assert.equal((await eventsOf(user)).at(-1), 'second_factor.disabled')
    assert.equal((await noticesOf(user)).at(-1), 'second_factor_off')
    await someone.post(`${FACTOR}/arret`)
    assert.lengthOf((await eventsOf(user)).filter((event) => event === 'second_factor.disabled'), 1)
  })

  test('is not stopped by who has only an open session', async ({ assert }) => {
    const { user, someone } = await halfway()
    await growStale(someone)
    assert.equal((await someone.post(`${FACTOR}/arret`)).location, '/compte/verification')
    assert.equal((await someone.post(`${FACTOR}/codes`)).location, '/compte/verification')
    assert.isNotNull((await rowOf('users', { id: user.id })).totp_secret)
  })
})

test.group('The second step of a sign-in', () => {
  test('is asked after the right password only, and opens the page first asked for', async ({ assert }) => {
    const { user, secret } = await halfway()
    const other = visitor()
    await other.get('/salaries?q=martin')
    const wrong = await other.signIn({ ...user, password: 'pas-le-bon-mot-de-passe' })
    assert.equal(wrong.status, 422)
    const asked = await other.signIn(user)
    assert.deepEqual([asked.status, asked.location], [303, '/connexion/code'])
    assert.include((await other.follow(asked)).text, 'Code à 6 chiffres')
    assert.equal((await other.get('/comptes')).location, '/connexion')
    await other.signIn(user)
    const entered = await giveCode(other, codeOf(secret))
    assert.equal(entered.status, 303)
    assert.equal((await other.get('/comptes')).status, 200)
  })

  test('writes that a session opened once both were given', async ({ assert }) => {
    const { user, other, secret } = await halfway()
    const opened = async () => (await rowsOf('journal_entries', { subject_id: user.id, event: 'session.opened' })).length
    assert.equal(await opened(), 1)
    await giveCode(other, codeOf(secret))
    assert.equal(await opened(), 2)
  })

  test('gives the session a new id: the one of the password step opens nothing', async ({ assert }) => {
    const { other, secret } = await halfway()
    const before = sessionIdOf(other)
    await giveCode(other, codeOf(secret))
    assert.notEqual(sessionIdOf(other), before)
    assert.isNull(await rowOf('sessions', { id: before }))
  })

  test('accepts a code once, from however many browsers at the same moment', async ({ assert }) => {
    const { user, other, secret } = await halfway()
    const third = visitor()
    await third.signIn(user)
    for (const one of [other, third]) await one.get('/connexion/code')
    const code = codeOf(secret)
    const answers = await Promise.all([other, third].map((one) => one.post('/connexion/code', { code })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 422])
  })

  test('goes back to the password after five wrong codes, each in the journal', async ({ assert }) => {
    const { user, other, secret } = await halfway()
    const wrong = wrongCodeOf(secret)
    for (let count = 1; count < 5; count++) assert.equal((await giveCode(other, wrong)).status, 422)
    const fifth = await giveCode(other, wrong)
    assert.equal(fifth.location, '/connexion')
    assert.include((await other.follow(fifth)).text, 'Cinq codes ont été refusés')
    assert.equal((await other.get('/connexion/code')).location, '/connexion')
    assert.lengthOf((await eventsOf(user)).filter((event) => event === 'second_factor.refused'), 5)
  })

  test('waits ten minutes for its code, not more', async ({ assert, cleanup }) => {
    const { other } = await halfway()
    itIs(DateTime.utc().plus({ minutes: 9 }), cleanup)
    assert.equal((await other.get('/connexion/code')).status, 200)
    itIs(DateTime.utc().plus({ minutes: 11 }), cleanup)
    const late = await other.get('/connexion/code')
    assert.equal(late.location, '/connexion')
  })

  test('reads what is no code at all as such, and does not count it', async ({ assert }) => {
    const { user, other } = await halfway()
    for (const code of ['', '12345', 'abcd', "' or 1=1 --", '12\u0000345']) assert.equal((await giveCode(other, code)).status, 422)
    assert.equal((await rowOf('users', { id: user.id })).code_failures, 0)
  })

  test('is asked of nobody who gave no password', async ({ assert }) => {
    assert.equal((await visitor().get('/connexion/code')).location, '/connexion')
    assert.equal((await visitor().post('/connexion/code', { code: '123456' })).location, '/connexion')
  })
})

test.group('A recovery code', () => {
  test('opens once, in the place of a code, and is told by mail', async ({ assert }) => {
    const { user, other, codes } = await halfway()
    const entered = await giveCode(other, codes[0]!.toUpperCase().replaceAll('-', ' '))
    assert.equal(entered.status, 303)
    assert.include((await other.follow(entered)).text, 'Il vous en reste 9')
    const again = visitor()
    await again.signIn(user)
    assert.equal((await giveCode(again, codes[0]!)).status, 422)
    assert.equal((await giveCode(again, codes[1]!)).status, 303)
    assert.lengthOf((await eventsOf(user)).filter((event) => event === 'recovery_code.used'), 2)
    assert.lengthOf((await noticesOf(user)).filter((kind) => kind === 'recovery_code_used'), 2)
  })

  test('given twice at the same moment opens one session', async ({ assert }) => {
    const { user, other, codes } = await halfway()
    const third = visitor()
    await third.signIn(user)
    for (const one of [other, third]) await one.get('/connexion/code')
    const answers = await Promise.all([other, third].map((one) => one.post('/connexion/code', { code: codes[0]! })))
    assert.sameMembers(answers.map(({ status }) => status), [303, 422])
  })

  test('among the last three says so, at the sign-in and in the account', async ({ assert }) => {
    const { user, other, codes } = await halfway()
    const used = codes.slice(0, 6).map((code) => hashToken(code.replaceAll('-', '')))
    await owner().from('recovery_codes').where('user_id', user.id).whereIn('code_hash', used).update({ used_at: new Date() })
    const entered = await giveCode(other, codes[9]!)
    assert.include((await other.follow(entered)).text, "Il vous en reste 3 : créez-en d'autres")
    assert.include((await other.get(FACTOR)).text, '3 codes sur 10')
  })

  test('serves no more once new ones are made', async ({ assert }) => {
    const { user, someone, other, codes } = await halfway()
    const made = await someone.post(`${FACTOR}/codes`)
    const fresh = codesOn(await someone.follow(made))
    assert.lengthOf(fresh, 10)
    assert.equal((await giveCode(other, codes[0]!)).status, 422)
    assert.equal((await giveCode(other, fresh[0]!)).status, 303)
    assert.equal((await noticesOf(user))[1], 'recovery_codes_made')
  })

  test('of somebody else opens nothing', async ({ assert }) => {
    const [mine, theirs] = [await halfway(), await halfway()]
    assert.equal((await giveCode(mine.other, theirs.codes[0]!)).status, 422)
  })
})

test.group('A key after the password', () => {
  test('is asked only where one is chosen for it, with recovery codes beside it', async ({ assert }) => {
    const { user, someone } = await somebody()
    assert.equal((await someone.post(`${FACTOR}/cle`)).location, '/compte/cles')
    await createPasskey({ user })
    assert.equal((await visitor().signIn(user)).location, '/tableau-de-bord')
    const codes = codesOn(await someone.follow(await someone.post(`${FACTOR}/cle`)))
    assert.lengthOf(codes, 10)
    const other = visitor()
    assert.equal((await other.signIn(user)).location, '/connexion/code')
    assert.include((await other.get('/connexion/code')).text, "Utiliser une clé d'accès")
    assert.equal((await giveCode(other, codes[0]!)).status, 303)
  })

  test('is asked no more once the last one is removed, which is said before', async ({ assert }) => {
    const { user, someone } = await somebody()
    const { id } = await createPasskey({ user, name: 'Téléphone' })
    await someone.post(`${FACTOR}/cle`)
    const page = await someone.get(`/compte/cles/${id}/retrait`)
    assert.include(page.text, 'rien ne sera plus demandé après votre mot de passe')
    await someone.post(`/compte/cles/${id}/retrait`)
    assert.equal((await visitor().signIn(user)).location, '/tableau-de-bord')
    assert.include(await eventsOf(user), 'passkey.removed')
    assert.include(await noticesOf(user), 'passkey_removed')
  })

  test("of somebody else is not there, and stays", async ({ assert }) => {
    const [mine, theirs] = [await somebody(), await somebody()]
    const { id } = await createPasskey({ user: theirs.user })
    assert.equal((await mine.someone.get(`/compte/cles/${id}/retrait`)).status, 404)
    assert.equal((await mine.someone.post(`/compte/cles/${id}/retrait`)).status, 404)
    assert.isNotNull(await rowOf('passkeys', { id }))
  })

  test('that answers nothing readable is refused calmly', async ({ assert }) => {
    const { user, someone } = await somebody()
    for (const reponse of ['', '{', '{"id":"x"}', '{"id":"x","response":{}}', "' or 1=1 --", 'x'.repeat(20_000)]) {
      assert.equal((await someone.post('/compte/cles', { reponse, nom: 'Clé' })).status, 422)
      const stranger = visitor()
      await stranger.get('/connexion')
      assert.equal((await stranger.post('/connexion/cle', { reponse })).location, '/connexion')
      assert.equal((await stranger.get('/comptes')).location, '/connexion')
    }
    assert.isEmpty(await rowsOf('passkeys', { user_id: user.id }))
    assert.equal((await signedInAs(user)).page?.path, '/connexion')
  })
})

test.group('A second factor that somebody else tries, with the password', () => {
  test('keeps nobody out of the device that signed in before', async ({ assert }) => {
    const { user, someone, secret } = await halfway()
    const stranger = visitor()
    for (let round = 0; round < 2; round++) {
      await stranger.signIn(user)
      for (let at = 0; at < 5; at++) await giveCode(stranger, wrongCodeOf(secret))
    }
    await stranger.signIn(user)
    assert.equal((await giveCode(stranger, codeOf(secret))).location, '/connexion')

    await someone.post('/deconnexion')
    await someone.signIn(user)
    assert.equal((await giveCode(someone, codeOf(secret, 30))).location, '/tableau-de-bord')
  })

  test('has its own limit on that device', async ({ assert }) => {
    const { user, someone, secret } = await halfway()
    await someone.post('/deconnexion')
    for (let round = 0; round < 2; round++) {
      await someone.signIn(user)
      for (let at = 0; at < 5; at++) await giveCode(someone, wrongCodeOf(secret))
    }
    await someone.signIn(user)
    assert.equal((await giveCode(someone, codeOf(secret, 30))).location, '/connexion')
  })
})
