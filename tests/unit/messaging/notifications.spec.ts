import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import { isWanted, NOTIFICATION_KINDS, notificationLabel, rungKinds, type Choice } from '#messaging/rules/notification_kinds'
import { sayNotification, type Told } from '#messaging/rules/notification_words'

const visit = { id: 'v', startsAt: parisInstant('2026-12-03', '10:00'), state: 'convoked', stands: true }
const told = (values: Partial<Told>): Told => ({
  kind: 'visit_convoked',
  employeeName: 'Aurélie Le Guern',
  byColleague: false,
  visit,
  request: null,
  replacedName: null,
  ...values,
})
const aRequest = { visit: null, request: { id: 'r', requestedAt: parisInstant('2026-11-24', '09:12') } }
const EVERY_KIND = NOTIFICATION_KINDS.map((kind) =>
  told({ kind, ...(kind === 'visit_outcome' && { visit: { ...visit, state: 'held' } }), ...(kind.startsWith('request_') && aRequest) })
)
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.group('What is wanted', () => {
  test('is the bell for everything and no mail, as long as nothing was chosen', ({ assert }) => {
    assert.deepEqual(rungKinds([]), [...NOTIFICATION_KINDS])
    assert.isFalse(NOTIFICATION_KINDS.some((kind) => isWanted([], kind, 'email')))
  })

  test('follows a choice for its kind and its channel only', ({ assert }) => {
    const choices: Choice[] = [
      { kind: 'visit_moved', channel: 'bell', wanted: false },
      { kind: 'visit_moved', channel: 'email', wanted: true },
    ]
    assert.deepEqual(rungKinds(choices), NOTIFICATION_KINDS.filter((kind) => kind !== 'visit_moved'))
    assert.isTrue(isWanted(choices, 'visit_moved', 'email'))
    assert.isFalse(isWanted(choices, 'visit_cancelled', 'email'))
  })
})

test.group('A notification in words', () => {
  test('{kind}: leads to its thing, dates it in full and writes as the house does')
    .with(EVERY_KIND.map((one) => ({ kind: one.kind, one })))
    .run(({ assert }, { kind, one }) => {
      const { title, text, path } = sayNotification(one)
      assert.equal(path, kind.startsWith('request_') ? '/demandes/r' : '/convocations/v')
      assert.include(title, 'Aurélie Le Guern')
      assert.include(plain(text), kind.startsWith('request_') ? 'mardi 24 novembre 2026 à 9 h 12' : 'jeudi 3 décembre 2026 à 10 h 00')
      assert.notMatch(`${title} ${text} ${notificationLabel(kind)}`, /[!’]|Veuillez| [:;?]|undefined|null/)
    })

  test('says who cancelled', ({ assert }) => {
    const by = (byColleague: boolean) => sayNotification(told({ kind: 'visit_cancelled', byColleague })).text
    assert.include(by(false), 'annulé par OSTRA.')
    assert.include(by(true), 'annulé par un autre utilisateur de votre compte.')
  })

  test('says what can still be done about somebody who cannot come only while the date stands', ({ assert }) => {
    const text = (stands: boolean) => sayNotification(told({ kind: 'employee_declined', visit: { ...visit, stands } })).text
    assert.include(text(true), 'Le rendez-vous tient tant que')
    assert.notInclude(text(false), 'tient')
  })

  test('{state}: says what became of the visit and nothing of what was found')
    .with([
      { state: 'held', words: 'visite réalisée' },
      { state: 'excused', words: 'absence excusée' },
      { state: 'unexcused', words: 'absence non excusée' },
    ])
    .run(({ assert }, { state, words }) => {
      const { title } = sayNotification(told({ kind: 'visit_outcome', visit: { ...visit, state } }))
      assert.equal(plain(title), `Rendez-vous d'Aurélie Le Guern : ${words}`)
    })

  test('names both of a replacement', ({ assert }) => {
    const { title } = sayNotification(told({ kind: 'visit_substituted', replacedName: 'Karim Bensallah' }))
    assert.equal(title, 'Aurélie Le Guern à la place de Karim Bensallah')
  })
})
