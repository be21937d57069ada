import { test } from '@japa/runner'
import { guessability } from '#identity/rules/guessability'
import { GUESSABILITY_MIN, decidePassword } from '#identity/rules/password_policy'

const PERSONAL = [
  '0042317',
  'Charpentes Ormevert',
  'claire.montaubry@ormevert.example',
  'Claire Montaubry',
]
const verdict = (password: string, personal = PERSONAL) => {
  const decision = decidePassword(password, personal)
  return decision.ok ? 'accepted' : decision.error.type
}
const message = (password: string) => {
  const decision = decidePassword(password, PERSONAL)
  return decision.ok ? null : decision.error.message
}

test.group('Length of a password', () => {
  test('is at least 12 characters, and says how many are missing', ({ assert }) => {
    assert.equal(verdict('xK3vr9Qm2Lp'), 'too_short')
    assert.equal(
      message('xK3vr9Qm2Lp'),
      'Le mot de passe compte au moins 12\u00a0caractères\u00a0: ajoutez-en un'
    )
    assert.equal(
      message('xK3vr9Q'),
      'Le mot de passe compte au moins 12\u00a0caractères\u00a0: ajoutez-en 5'
    )
    assert.equal(verdict('xK3vr9Qm2LpW'), 'accepted')
    assert.equal(verdict(''), 'too_short')
  })

  test('is at most 128 characters', ({ assert }) => {
    const long = 'vélo marmite cyclone jardin '.repeat(5)
    assert.equal(verdict(long.slice(0, 128)), 'accepted')
    assert.equal(verdict(long.slice(0, 129)), 'too_long')
    assert.match(
      message('a'.repeat(1_000_000)) ?? '',
      /^Le mot de passe compte 128\u00a0caractères au plus/
    )
  })

  test('counts characters as people see them typed, not their bytes', ({ assert }) => {
    assert.equal(verdict('🙂🙃😀😁😂😃😄😅😆😇😈'), 'too_short')
  })
})

test.group('Guessable passwords', () => {
  test('a phrase of unrelated words needs no digit and no sign', ({ assert }) => {
    for (const password of [
      'vélo marmite cyclone jardin',
      'tournesol-bleu-tracteur',
      'correct horse battery staple',
    ]) {
      assert.equal(verdict(password), 'accepted', password)
    }
  })

  test('what lists of stolen passwords hold is refused, however long', ({ assert }) => {
    for (const password of [
      'motdepasse123',
      'azertyuiop12',
      'password1234',
      '123456789012',
      'aaaaaaaaaaaaaaaa',
      'passw0rdpassw0rd',
    ]) {
      assert.equal(verdict(password), 'guessable', password)
    }
  })

  test('the words of the service and those of the account are worth nothing', ({ assert }) => {
    for (const password of [
      'ostra0042317ostra',
      'Objectif-Santé-Travail-2026',
      'Espace-adhérent-2026',
      'charpentesormevert35',
      '0042317Ormevert!',
      'Claire-Montaubry-1984',
      'claire.montaubry@ormevert.example',
    ]) {
      assert.equal(verdict(password), 'guessable', password)
    }
  })

  test('they harm nothing when the rest is strong, nor when they are those of somebody else', ({
    assert,
  }) => {
    assert.equal(verdict('ostra vélo marmite cyclone'), 'accepted')
    assert.equal(verdict('Claire-Montaubry-1984', []), 'accepted')
  })

  test('the refusal says how to mend it', ({ assert }) => {
    assert.match(message('motdepasse123') ?? '', /ajoutez un ou deux mots sans rapport entre eux/)
  })

  test('plain French words and a year are refused, exactly the score asked for is accepted', ({
    assert,
  }) => {
    for (const password of ['vendredisamedi', 'parapluie1984', 'boulangerie2027']) {
      assert.equal(verdict(password, []), 'guessable', password)
    }
    assert.equal(guessability('brouette-2027', []), GUESSABILITY_MIN)
    assert.equal(verdict('brouette-2027', []), 'accepted')
  })

  test('words of three letters do not spoil good passwords', ({ assert }) => {
    assert.equal(verdict('brouette-2027', ['Bro Uet Te']), 'accepted')
    assert.equal(verdict('brouette-2027', ['Brouette']), 'guessable')
  })

  test('a long known word is not saved by a short one within it', ({ assert }) => {
    assert.equal(verdict('Ormevertolamarix-2026-Vert', ['Vert', 'Ormevertolamarix']), 'guessable')
    assert.equal(verdict('Ormevertolamarix-2026-Vert', ['Vert']), 'accepted')
  })

  test('the worst password of 128 characters is judged in a fraction of a second', ({ assert }) => {
    const worst = String.fromCharCode(
      ...Array.from({ length: 128 }, (_, rank) => 33 + ((rank * 37) % 90))
    )
    guessability(worst, [])
    const start = performance.now()
    guessability(worst, PERSONAL)
    assert.isBelow(performance.now() - start, 500)
  })
})

test.group('Characters of a password', () => {
  test('may be spaces, accents and smileys', ({ assert }) => {
    assert.equal(verdict('été à la plage 🙂 sans vélo'), 'accepted')
  })

  test('may not be invisible', ({ assert }) => {
    assert.equal(verdict('xK3vr9Qm2LpW\u0000'), 'unreadable')
    assert.equal(verdict('xK3vr9\u202eQm2LpW'), 'unreadable')
  })
})
