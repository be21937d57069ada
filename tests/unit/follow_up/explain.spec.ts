import { test } from '@japa/runner'
import { explain } from '#follow_up/rules/explain'

const FACTS = {
  today: '2026-11-24',
  birth_date: '1990-05-02',
  contract: { start: '2026-11-30', nature: 'permanent', end: null, end_reason: null },
  posts: [{ from: '2026-11-30', to: null, risks: [], night: false }],
}
const STOPPAGE = { origin: 'illness', first_day: '2026-09-01', last_day: '2026-10-30', prescribed_on: '2026-09-01' }
const VISIT = { held_on: '2026-10-01', kind: 'return', by: 'doctor' }

const problemsOf = (facts: unknown) => {
  const result = explain(typeof facts === 'string' ? facts : JSON.stringify(facts))
  return result.ok ? [] : result.error.problems
}
const answerOf = (facts: unknown) => {
  const result = explain(JSON.stringify(facts))
  if (!result.ok) throw new Error(result.error.problems.join())
  return result.value
}

const REFUSED: [string, object, string][] = [
  ['an unknown key', { ...FACTS, name: 'x' }, 'name: clé inconnue'],
  ['an unknown key of the contract', { ...FACTS, contract: { ...FACTS.contract, trial: true } }, 'contract.trial: clé inconnue'],
  ['an unknown key of a post', { ...FACTS, posts: [{ ...FACTS.posts[0], title: 'x' }] }, 'posts[0].title: clé inconnue'],
  ['an unknown key of a situation', { ...FACTS, situations: [{ code: 'pregnant', from: '2026-01-01', why: 1 }] }, 'situations[0].why: clé inconnue'],
  ['an unknown key of a stoppage', { ...FACTS, stoppages: [{ ...STOPPAGE, days: 60 }] }, 'stoppages[0].days: clé inconnue'],
  ['an unknown key of a visit', { ...FACTS, visits: [{ ...VISIT, result: 'fit' }] }, 'visits[0].result: clé inconnue'],
  ['a key that every object has', JSON.parse(`{"__proto__":{},${JSON.stringify(FACTS).slice(1)}`), '__proto__: clé inconnue'],
  ['an unknown risk', { ...FACTS, posts: [{ ...FACTS.posts[0], risks: ['asbestos', 'amiant'] }] }, 'posts[0].risks[1]: code inconnu "amiant"'],
  ['an unknown nature', { ...FACTS, contract: { ...FACTS.contract, nature: 'cdi' } }, 'contract.nature: code inconnu "cdi"'],
  ['an unknown reason', { ...FACTS, contract: { ...FACTS.contract, end_reason: 'death' } }, 'contract.end_reason: code inconnu "death"'],
  ['an unknown situation', { ...FACTS, situations: [{ code: 'tired', from: '2026-01-01' }] }, 'situations[0].code: code inconnu "tired"'],
  ['an unknown origin', { ...FACTS, stoppages: [{ ...STOPPAGE, origin: 'flu' }] }, 'stoppages[0].origin: code inconnu "flu"'],
  ['an unknown kind', { ...FACTS, visits: [{ ...VISIT, kind: 'liaison' }] }, 'visits[0].kind: code inconnu "liaison"'],
  ['an unknown professional', { ...FACTS, visits: [{ ...VISIT, by: 'secretary' }] }, 'visits[0].by: code inconnu "secretary"'],
  ['30 February', { ...FACTS, today: '2026-02-30' }, 'today: date impossible "2026-02-30", AAAA-MM-JJ attendu'],
  ['29 February of a year without one', { ...FACTS, birth_date: '1990-02-29' }, 'birth_date: date impossible "1990-02-29", AAAA-MM-JJ attendu'],
  ['a date with a time', { ...FACTS, today: '2026-11-24T00:00' }, 'today: date impossible "2026-11-24T00:00", AAAA-MM-JJ attendu'],
  ['a number for a date', { ...FACTS, today: 20261124 }, 'today: date attendue, AAAA-MM-JJ'],
  ['a date left out', { ...FACTS, today: undefined }, 'today: valeur manquante'],
  ['no contract', { ...FACTS, contract: null }, 'contract: valeur manquante'],
  ['a list for an object', { ...FACTS, contract: [] }, 'contract: objet attendu'],
  ['an object for a list', { ...FACTS, posts: {} }, 'posts: liste attendue'],
  ['a word for a boolean', { ...FACTS, posts: [{ ...FACTS.posts[0], night: 'oui' }] }, 'posts[0].night: true ou false attendu'],
  ['a number for a code', { ...FACTS, visits: [{ ...VISIT, kind: 1 }] }, 'visits[0].kind: code attendu'],
  ['no post', { ...FACTS, posts: [] }, 'posts: aucun poste'],
  ['posts left out', { ...FACTS, posts: undefined }, 'posts: valeur manquante'],
  ['a post that ends before it begins', { ...FACTS, posts: [{ from: '2026-11-30', to: '2026-11-29' }] }, 'posts[0].to: avant le 30 novembre 2026'],
  ['posts at once', { ...FACTS, posts: [{ from: '2026-11-30', to: '2026-12-31' }, { from: '2026-12-31' }] }, 'posts[1]: chevauche posts[0]'],
  ['a post without an end, then another', { ...FACTS, posts: [{ from: '2026-11-30' }, { from: '2027-12-31' }] }, 'posts[1]: chevauche posts[0]'],
  ['a contract that ends before it starts', { ...FACTS, contract: { ...FACTS.contract, end: '2026-11-29' } }, 'contract.end: avant le 30 novembre 2026'],
  ['a situation that ends before it begins', { ...FACTS, situations: [{ code: 'pregnant', from: '2026-01-02', to: '2026-01-01' }] }, 'situations[0].to: avant le 2 janvier 2026'],
  ['a stoppage that ends before it begins', { ...FACTS, stoppages: [{ ...STOPPAGE, last_day: '2026-08-31' }] }, 'stoppages[0].last_day: avant le 1er septembre 2026'],
  ['a return before the stoppage', { ...FACTS, stoppages: [{ ...STOPPAGE, return_on: '2026-08-31' }] }, 'stoppages[0].return_on: avant le 1er septembre 2026'],
  ['a prescription after today', { ...FACTS, stoppages: [{ ...STOPPAGE, prescribed_on: '2026-11-25' }] }, 'stoppages[0].prescribed_on: après le 24 novembre 2026'],
  ['a visit after today', { ...FACTS, visits: [{ ...VISIT, held_on: '2026-11-25' }] }, 'visits[0].held_on: après le 24 novembre 2026'],
  ['somebody still to be born', { ...FACTS, birth_date: '2026-11-25' }, 'birth_date: après le 24 novembre 2026'],
]

test.group('Facts that are refused', () => {
  for (const [what, facts, problem] of REFUSED) {
    test(`${what}, with its path`, ({ assert }) => assert.deepEqual(problemsOf(facts), [problem]))
  }

  test('text that is no JSON, or no object', ({ assert }) => {
    assert.deepEqual(problemsOf('{'), ['JSON illisible'])
    assert.deepEqual(problemsOf('[]'), ['objet attendu'])
    assert.deepEqual(problemsOf('null'), ['objet attendu'])
  })

  test('every problem is told at once', ({ assert }) => {
    const facts = { ...FACTS, today: 'demain', posts: [{ from: '2026-11-30', risks: ['x'] }], age: 3 }
    assert.sameMembers(problemsOf(facts), ['age: clé inconnue', 'today: date impossible "demain", AAAA-MM-JJ attendu', 'posts[0].risks[0]: code inconnu "x"'])
  })

  test('one bad case fails the whole call, under its number', ({ assert }) => {
    assert.deepEqual(problemsOf({ cases: [FACTS, { ...FACTS, posts: [] }] }), ['cases[1].posts: aucun poste'])
    assert.deepEqual(problemsOf({ cases: [FACTS], note: '' }), ['note: clé inconnue'])
    assert.deepEqual(problemsOf({ cases: FACTS }), ['cases: liste attendue'])
    assert.deepEqual(problemsOf({ cases: [null] }), ['cases[0]: objet attendu'])
  })
})

test.group('Facts that are explained', () => {
  test('one employee gives one answer, with its sentences in plain French', ({ assert }) => {
    assert.deepEqual(answerOf(FACTS), {
      category: 'SI',
      due: [
        {
          kind: 'initial_information',
          by: 'any',
          from: null,
          until: '2027-02-28',
          before_post: false,
          late: false,
          articles: ['R4624-10'],
          because: [
            'Prise de poste le 30 novembre 2026',
            "Article R4624-10 : visite d'information et de prévention dans les trois mois qui suivent la prise de poste",
            'Au plus tard le 28 février 2027',
          ],
        },
      ],
      duties: [],
      warnings: [],
    } as never)
  })

  test('several give as many, in the same order', ({ assert }) => {
    const night = { ...FACTS, posts: [{ ...FACTS.posts[0], night: true }] }
    const answers = answerOf({ cases: [night, FACTS] })
    assert.deepEqual([answers].flat().map(({ category }) => category), ['SIA', 'SI'])
    assert.deepEqual(answerOf({ cases: [] }), [])
  })

  test('what is optional may be null or left out', ({ assert }) => {
    const bare = { ...FACTS, contract: { start: '2026-11-30', nature: 'permanent' }, posts: [{ from: '2026-11-30' }] }
    const full = { ...FACTS, situations: null, stoppages: [], visits: null }
    assert.deepEqual(answerOf(bare), answerOf(FACTS))
    assert.deepEqual(answerOf(full), answerOf(FACTS))
  })

  test('a prescription that is not told is that of the stoppage', ({ assert }) => {
    const since = { origin: 'illness', first_day: '2026-06-15', last_day: '2026-11-20' }
    const visits = [{ held_on: '2026-11-10', kind: 'pre_return', by: 'doctor', no_measure_needed: true }]
    const kinds = (stoppage: object) => [answerOf({ ...FACTS, stoppages: [stoppage], visits })].flat()[0]!.due.map(({ kind }) => kind)
    assert.notInclude(kinds(since), 'return')
    assert.include(kinds({ ...since, first_day: '2026-06-14' }), 'return')
    assert.isEmpty(problemsOf({ ...FACTS, stoppages: [{ ...since, first_day: '2026-12-01', last_day: '2026-12-20' }] }))
  })

  test('dates in sentences are in full, without a hidden space', ({ assert }) => {
    const facts = { ...FACTS, stoppages: [STOPPAGE] }
    const sentences = [answerOf(facts)].flat().flatMap(({ due, duties }) => [...due, ...duties].flatMap(({ because }) => because))
    assert.include(sentences, 'Arrêt du 1er septembre 2026 au 30 octobre 2026 (maladie) : 60 jours')
    assert.notMatch(sentences.join(''), /\u00a0|\d{4}-\d{2}-\d{2}/)
  })
})
