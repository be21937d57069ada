import { test } from '@japa/runner'
import { changeWords } from '#workforce/rules/change_words'
import { consequenceOf } from '#workforce/rules/consequence'
import { decideDeparture } from '#workforce/rules/departure_day'
import { decideHireDays } from '#workforce/rules/hire_days'
import { mayBeSame } from '#workforce/rules/known_people'
import { decidePostStart } from '#workforce/rules/post_start'
import { decideStoppage } from '#workforce/rules/stoppage_days'
import { isTouched } from '#workforce/rules/touched_visits'

const TODAY = '2026-11-24'
const typeOf = (decision: { ok: true } | { ok: false; error: { type: string } }) => (decision.ok ? 'ok' : decision.error.type)

test.group('The days of a hiring', () => {
  const decide = (changes: object) =>
    typeOf(decideHireDays({ birthDate: '1990-05-12', hiredOn: '2026-11-30', contract: { nature: 'permanent', endOn: null }, ...changes }, TODAY))

  test('hold at their edges and not beyond', ({ assert }) => {
    assert.equal(decide({}), 'ok')
    assert.equal(decide({ birthDate: '2012-11-30' }), 'ok')
    assert.equal(decide({ birthDate: '2012-12-01' }), 'too_young')
    assert.equal(decide({ birthDate: '2026-11-30' }), 'born_after_hiring')
    assert.equal(decide({ birthDate: '1926-12-01' }), 'ok')
    assert.equal(decide({ birthDate: '1926-11-30' }), 'too_old')
    assert.equal(decide({ hiredOn: '2028-11-24' }), 'ok')
    assert.equal(decide({ hiredOn: '2028-11-25' }), 'too_far')
    assert.equal(decide({ hiredOn: '2099-12-07' }), 'too_far')
    assert.equal(decide({ contract: { nature: 'fixed_term', endOn: '2026-11-30' } }), 'ok')
    assert.equal(decide({ contract: { nature: 'fixed_term', endOn: '2026-11-29' } }), 'ends_before_start')
    assert.equal(decide({ contract: { nature: 'fixed_term', endOn: null } }), 'ok')
    assert.equal(decide({ contract: { nature: 'seasonal', endOn: null } }), 'end_missing')
  })
})

test.group('The days of a departure, a post and a stoppage', () => {
  test('a departure is from the day of hiring to two years ahead', ({ assert }) => {
    const decide = (day: string) => typeOf(decideDeparture(day, { hiredOn: '2024-03-04' }, TODAY))
    assert.deepEqual(['2024-03-03', '2024-03-04', '2028-11-24', '2028-11-25'].map(decide), ['before_hiring', 'ok', 'ok', 'too_far'])
  })

  test('a post is from the hiring to the departure, and not before the current one', ({ assert }) => {
    const facts = { hiredOn: '2024-03-04', leftOn: '2026-12-31', currentFrom: '2025-01-01' }
    const decide = (day: string) => typeOf(decidePostStart(day, facts))
    assert.deepEqual(['2024-03-03', '2024-03-04', '2025-01-01', '2026-12-31', '2027-01-01'].map(decide), ['before_hiring', 'before_current_post', 'ok', 'ok', 'after_departure'])
    assert.deepEqual(decidePostStart('2025-01-01', facts), { ok: true, value: { corrects: true } })
    assert.deepEqual(decidePostStart('2025-01-02', facts), { ok: true, value: { corrects: false } })
  })

  test('a stoppage touches no other, even by a day', ({ assert }) => {
    const days = { firstDay: '2026-09-01', lastDay: '2026-09-30', prescribedOn: null, returnOn: null }
    const facts = { employment: { hiredOn: '2024-03-04', leftOn: null }, others: [{ firstDay: '2026-10-10', lastDay: '2026-10-20' }] }
    const decide = (changes: object) => typeOf(decideStoppage({ ...days, ...changes }, facts, TODAY))
    assert.equal(decide({ lastDay: '2026-10-09' }), 'ok')
    assert.equal(decide({ lastDay: '2026-10-10' }), 'overlaps')
    assert.equal(decide({ firstDay: '2026-10-20', lastDay: '2026-10-25' }), 'overlaps')
    assert.equal(decide({ firstDay: '2026-10-21', lastDay: '2026-10-25' }), 'ok')
    assert.equal(decide({ lastDay: '2026-09-01' }), 'ok')
    assert.equal(decide({ lastDay: '2026-08-31' }), 'ends_before_start')
    assert.equal(decide({ lastDay: '2029-08-31' }), 'overlaps')
    assert.equal(decide({ lastDay: '2029-09-01' }), 'too_long')
    assert.equal(decide({ returnOn: '2026-09-02' }), 'ok')
    assert.equal(decide({ returnOn: '2026-09-01' }), 'return_too_early')
    assert.equal(decide({ prescribedOn: TODAY }), 'ok')
    assert.equal(decide({ prescribedOn: '2026-11-25' }), 'prescribed_later')
  })
})

test.group('A change beside a convoked visit', () => {
  const visit = (day: string, kind = 'periodic_information') => ({ day, kind }) as Parameters<typeof isTouched>[0]

  test('a departure touches what comes after the last day, but the visit at the end of exposure', ({ assert }) => {
    const change = { type: 'departure', leftOn: '2026-12-10' } as const
    assert.isFalse(isTouched(visit('2026-12-10'), change))
    assert.isTrue(isTouched(visit('2026-12-11'), change))
    assert.isFalse(isTouched(visit('2026-12-11', 'post_exposure'), change))
  })

  test('a stoppage touches what it covers, first and last day included', ({ assert }) => {
    const change = { type: 'stoppage', firstDay: '2026-12-01', lastDay: '2026-12-10' } as const
    const days = ['2026-11-30', '2026-12-01', '2026-12-10', '2026-12-11']
    assert.deepEqual(days.map((day) => isTouched(visit(day), change)), [false, true, true, false])
    for (const kind of ['pre_return', 'liaison']) assert.isFalse(isTouched(visit('2026-12-05', kind), change))
  })

  test('a post touches, from its first day, the follow-up that is no longer due; never a visit with a reason of its own', ({ assert }) => {
    const change = { type: 'post', fromOn: '2026-12-01', dueKinds: ['fitness_hiring'] } as const
    assert.isTrue(isTouched(visit('2026-12-01'), change))
    assert.isFalse(isTouched(visit('2026-11-30'), change))
    assert.isFalse(isTouched(visit('2026-12-01', 'fitness_hiring'), change))
    assert.isFalse(isTouched(visit('2026-12-01', 'return'), change))
    assert.isFalse(isTouched(visit('2026-12-01', 'on_demand'), change))
  })
})

test.group('What a change entails', () => {
  test('tells apart what becomes due, what gets another date, what stays and what ends', ({ assert }) => {
    const due = (kind: string, untilOn: string | null) => ({ kind, untilOn })
    const before = { category: 'SI', dues: [due('periodic', '2027-01-01'), due('mid_career', '2027-12-31'), due('return', '2026-12-01')] }
    const after = { category: 'SIR', dues: [due('fitness', '2026-12-01'), due('periodic', '2026-12-15'), due('mid_career', '2027-12-31'), due('end', null)] }
    const found = consequenceOf(before, after)
    assert.deepEqual([found.categoryWas, found.category], ['SI', 'SIR'])
    assert.deepEqual(found.becomes.map(({ kind }) => kind), ['fitness', 'periodic', 'end'])
    assert.deepEqual(found.stays.map(({ kind }) => kind), ['mid_career'])
    assert.deepEqual(found.ends.map(({ kind }) => kind), ['return'])
  })

  test('is all new for somebody who was not there', ({ assert }) => {
    const found = consequenceOf(null, { category: 'SI', dues: [{ kind: 'initial', untilOn: '2027-02-28' }] })
    assert.isNull(found.categoryWas)
    assert.lengthOf(found.becomes, 1)
  })
})

test.group('Who is who, and what changed', () => {
  const person = { familyName: 'Le Goff', firstName: 'Maïwenn', birthDate: '1990-05-12' }

  test('the same names in any order and spelling, born the same day', ({ assert }) => {
    for (const [familyName, firstName] of [['LE GOFF', 'Maiwenn'], ['Maïwenn', 'Le-Goff'], ['le  goff', 'MAÏWENN']]) {
      assert.isTrue(mayBeSame(person, { familyName: familyName!, firstName: firstName!, birthDate: '1990-05-12' }))
    }
    assert.isFalse(mayBeSame(person, { ...person, birthDate: '1990-05-13' }))
    assert.isFalse(mayBeSame(person, { ...person, firstName: 'Maïwen' }))
  })

  test('a change says each field from what to what, in words', ({ assert }) => {
    assert.equal(changeWords({ subject: 'employee', before: { email: null, leftOn: null }, after: { email: 'a@b.example', leftOn: '2026-11-30' } }), 'Fiche, e-mail\u00a0: aucun → a@b.example, sortie\u00a0: aucun → 30 novembre 2026'.replace('30 novembre', '30\u00a0novembre'))
    assert.equal(changeWords({ subject: 'post', before: null, after: { jobTitle: 'Désamianteur', risks: ['asbestos'], night: false, pcsCode: null } }), 'Poste ajouté, intitulé\u00a0: Désamianteur, expositions\u00a0: Amiante')
    assert.equal(changeWords({ subject: 'stoppage', before: { origin: 'illness' }, after: null }), 'Arrêt de travail retiré')
    assert.equal(changeWords({ subject: 'employee', before: { siteId: 'x' }, after: { siteId: 'y' } }), 'Fiche, site changé')
  })
})
