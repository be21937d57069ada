import { test } from '@japa/runner'
import { comparePerson, type Line, type Surroundings } from '#imports/rules/compare_person'
import type { KnownEmployee } from '#imports/rules/known_employee'
import { identityKey } from '#imports/rules/match_person'
import type { PersonFacts } from '#imports/rules/person'
import { forMany } from '#tests/unit/seeded'

const TODAY = '2026-11-24'
const SITE = { id: 'rennes', name: 'Rennes' }

const ELODIE: KnownEmployee = {
  id: 'elodie',
  familyName: 'Le Guern',
  firstName: 'Élodie',
  birthDate: '1990-05-12',
  email: null,
  phone: null,
  payrollId: 'M1',
  siteId: null,
  jobTitle: 'Comptable',
  hiredOn: '2020-01-06',
  leftOn: null,
  departureReason: null,
  contractNature: 'permanent',
  contractEndOn: null,
  post: { fromOn: '2020-01-06', jobTitle: 'Comptable', pcsCode: null, risks: ['cmr'], night: true, listedReason: null },
  stoppages: [],
  convoked: [],
}
const ANY = { familyName: 'Le Guern', firstName: 'Élodie', birthDate: '1990-05-12' }
const NEW: PersonFacts = { familyName: 'Kergoat', firstName: 'Hugo', birthDate: '1988-02-03', jobTitle: 'Soudeur', hiredOn: '2026-11-30' }

function compare(facts: PersonFacts, known: Partial<KnownEmployee>[] = [{}], more: Partial<Line & Surroundings> = {}) {
  const employees = known.map((one) => ({ ...ELODIE, ...one }))
  return comparePerson({ facts, anomalies: [], sameAsLine: null, ...more }, { employees, sites: [SITE], today: TODAY, correctsEntry: true, ...more })
}
const acts = (...args: Parameters<typeof compare>) => compare(...args).deeds.map(({ act }) => act)
const problems = (...args: Parameters<typeof compare>) => compare(...args).items.flatMap(({ details }) => (details.type === 'anomaly' ? [details.problem.type] : []))
const doubles = (...args: Parameters<typeof compare>) => compare(...args).items.flatMap(({ section, details, accepted }) => (section === 'duplicate' ? [{ type: details.type, accepted }] : []))

test.group('A line about somebody known', () => {
  test('that says what is known already changes nothing', ({ assert }) => {
    const same = { ...ANY, payrollId: 'M1', jobTitle: 'COMPTABLE', hiredOn: '2020-01-06', contractNature: 'permanent' as const }
    assert.deepEqual(compare(same), { employee: ELODIE, deeds: [], items: [] })
    assert.isEmpty(compare(ANY).items)
  })

  test('finds the person by other spellings: {$self}')
    .with([
      { familyName: 'LE GUERN', firstName: 'ELODIE' },
      { familyName: 'Le-Guern', firstName: 'Elodie' },
      { familyName: 'Martin', usedName: 'Le Guern', firstName: 'Élodie' },
      { familyName: 'Le Guern', usedName: 'Martin', firstName: 'Élodie' },
      { familyName: 'Le Guern', firstName: 'Élodie Marie' },
      { familyName: 'Élodie', firstName: 'Le Guern' },
    ])
    .run(({ assert }, names) => {
      assert.equal(compare({ ...ANY, ...names }).employee?.id, 'elodie')
      assert.isEmpty(compare({ ...ANY, ...names }).items)
    })

  test('finds the person by payroll number with one of the two, and tells what changed of the identity', ({ assert }) => {
    const { deeds, items } = compare({ ...ANY, familyName: 'Martin', payrollId: 'M1' })
    assert.deepEqual(deeds, [{ act: 'change_identity', key: 'change_identity', identity: { familyName: 'Martin', firstName: 'Élodie', birthDate: '1990-05-12', payrollId: 'M1' } }])
    assert.deepEqual(items[0]!.details, { type: 'act', act: 'change_identity', changes: [{ field: 'familyName', before: 'Le Guern', after: 'Martin' }] })
    assert.equal(compare({ ...ANY, birthDate: '1990-05-13', payrollId: 'M1' }).employee?.id, 'elodie')
  })

  test('a payroll number alone is not enough', ({ assert }) => {
    assert.isNull(compare({ ...NEW, payrollId: 'M1' }).employee)
  })

  test('with several of that name and day is left to a human, unless one alone is present', ({ assert }) => {
    assert.deepEqual(problems(ANY, [{}, { id: 'other' }]), ['several_people'])
    assert.equal(compare(ANY, [{ leftOn: '2024-01-01' }, { id: 'other' }]).employee?.id, 'other')
  })

  test('changes the post from the day told, else from today, and keeps its risks', ({ assert }) => {
    const post = { jobTitle: 'Cheffe de projet', pcsCode: null, risks: ['cmr'], night: true, listedReason: null }
    assert.deepEqual(compare({ ...ANY, jobTitle: 'Cheffe de projet' }).deeds, [{ act: 'change_post', key: 'change_post', fromOn: TODAY, post } as any])
    assert.deepInclude(compare({ ...ANY, jobTitle: 'Cheffe de projet', jobFrom: '2026-10-01' }).deeds[0], { fromOn: '2026-10-01' })
    assert.deepEqual(problems({ ...ANY, jobTitle: 'Cheffe de projet', jobFrom: '2019-10-01' }), ['post_refused'])
    assert.isEmpty(acts({ ...ANY, jobTitle: 'Cheffe de projet', jobFrom: '2019-10-01' }))
  })

  test('gives a code to the same post from its first day', ({ assert }) => {
    assert.deepInclude(compare({ ...ANY, pcsCode: '543a' }).deeds[0], { act: 'change_post', fromOn: '2020-01-06' })
  })

  test('changes the contract, and a permanent one has no end', ({ assert }) => {
    const fixed = { contractNature: 'fixed_term' as const, contractEndOn: '2026-12-31' }
    assert.deepInclude(compare({ ...ANY, ...fixed }).deeds[0], { act: 'change_contract', contract: fixed })
    assert.deepInclude(compare({ ...ANY, contractNature: 'permanent' }, [fixed]).deeds[0], { contract: { contractNature: 'permanent', contractEndOn: null } })
  })

  test('corrects the day of entry from a table, not from a payroll, which dates a contract', ({ assert }) => {
    assert.deepInclude(compare({ ...ANY, hiredOn: '2019-12-02' }).deeds[0], { contract: { hiredOn: '2019-12-02' } })
    assert.isEmpty(acts({ ...ANY, hiredOn: '2025-12-02' }, [{}], { correctsEntry: false }))
  })

  test('leaves when the file says so, once', ({ assert }) => {
    const left = { leftOn: '2026-11-13', departureReason: 'resignation' as const }
    assert.deepEqual(acts({ ...ANY, ...left }), ['depart'])
    assert.isEmpty(acts({ ...ANY, ...left }, [left]))
    assert.isEmpty(acts({ ...ANY, leftOn: '2026-11-13' }, [left]))
    assert.deepEqual(problems({ ...ANY, leftOn: '2019-01-01' }), ['departure_refused'])
  })

  test('who left comes back under a later contract, and the old contract of a file brings nobody back', ({ assert }) => {
    const gone = [{ leftOn: '2025-06-30', departureReason: 'resignation' as const }]
    assert.deepEqual(acts({ ...ANY, jobTitle: 'Comptable', hiredOn: '2026-12-01' }, gone), ['rehire'])
    assert.isEmpty(acts({ ...ANY, jobTitle: 'Autre', hiredOn: '2020-01-06' }, gone))
    const leaving = [{ leftOn: '2026-11-30', departureReason: 'end_of_contract' as const }]
    assert.deepEqual(problems({ ...ANY, jobTitle: 'Comptable', hiredOn: '2026-12-01' }, leaving), ['hire_refused'])
    assert.isEmpty(acts({ ...ANY, jobTitle: 'Comptable', hiredOn: '2020-01-06', leftOn: '2025-06-30', departureReason: 'resignation' }, gone))
  })

  test('records a stoppage, its extension and its return, each once', ({ assert }) => {
    const told = { origin: 'illness' as const, firstDay: '2026-09-01', lastDay: '2026-10-31' }
    const known = { ...told, id: 's1', prescribedOn: null, returnOn: null, returnVisitAsked: true }
    assert.deepEqual(acts({ ...ANY, stoppages: [told] }), ['record_stoppage'])
    assert.isEmpty(acts({ ...ANY, stoppages: [told] }, [{ stoppages: [known] }]))
    const [extended] = compare({ ...ANY, stoppages: [{ ...told, lastDay: '2026-11-14', returnOn: '2026-11-16' }] }, [{ stoppages: [known] }]).deeds
    assert.deepInclude(extended, { act: 'correct_stoppage', key: 'stoppage:2026-09-01' })
    assert.deepInclude((extended as any).stoppage.stoppage, { lastDay: '2026-11-14', returnOn: '2026-11-16', returnVisitAsked: true })
    assert.isEmpty(acts({ ...ANY, stoppages: [{ ...told, firstDay: '2026-09-10' }] }, [{ stoppages: [known] }]))
    assert.deepEqual(problems({ ...ANY, stoppages: [{ ...told, firstDay: '2026-10-20', lastDay: '2026-11-20' }] }, [{ stoppages: [known] }]), ['stoppage_refused'])
  })

  test('tells a visit that the departure or the stoppage touches, and keeps it', ({ assert }) => {
    const called = [{ convoked: [{ kind: 'periodic_information' as const, day: '2026-12-10' }] }]
    assert.deepEqual(problems({ ...ANY, leftOn: '2026-12-09' }, called), ['convoked_visit'])
    assert.isEmpty(problems({ ...ANY, leftOn: '2026-12-10' }, called))
    assert.deepEqual(problems({ ...ANY, stoppages: [{ origin: 'illness', firstDay: '2026-12-01', lastDay: '2026-12-10' }] }, called), ['convoked_visit'])
    assert.deepEqual(acts({ ...ANY, leftOn: '2026-12-09' }, called), ['depart'])
  })

  test('names a site that is not one of the account, and reads the rest', ({ assert }) => {
    const { items, deeds } = compare({ ...ANY, site: 'Vannes', email: 'elodie@exemple.invalid' })
    assert.deepEqual(items.map(({ section, accepted }) => [section, accepted]), [['anomaly', true], ['change', true]])
    assert.deepEqual(deeds.map(({ act }) => act), ['change_identity'])
    assert.deepInclude(compare({ ...ANY, site: 'RENNES' }).deeds[0], { identity: { siteId: 'rennes' } })
  })
})

test.group('A line about somebody unknown', () => {
  test('is an entry, with what follows from it', ({ assert }) => {
    assert.deepEqual(acts(NEW), ['hire'])
    assert.deepEqual(acts({ ...NEW, leftOn: '2027-01-31', stoppages: [{ origin: 'illness', firstDay: '2026-12-01', lastDay: '2026-12-04' }] }), ['hire', 'record_stoppage', 'depart'])
    assert.equal(compare(NEW).items[0]!.section, 'entry')
  })

  test('lacks what an entry needs, and says what', ({ assert }) => {
    const { items, deeds } = compare({ familyName: 'Kergoat', firstName: 'Hugo', birthDate: '1988-02-03' })
    assert.isEmpty(deeds)
    assert.deepEqual(items.map(({ details, accepted }) => [(details as any).column, accepted]), [['Poste', null], ["Date d'entrée", null]])
    assert.deepEqual(problems({ firstName: 'Hugo', birthDate: '1988-02-03', jobTitle: 'x', hiredOn: '2026-11-30' }), ['needs_identity'])
    assert.isEmpty(problems({ ...NEW, familyName: undefined, usedName: 'Kergoat' }))
  })

  test('is refused as the page of entries would: too young, or gone before being known', ({ assert }) => {
    assert.deepEqual(problems({ ...NEW, birthDate: '2015-01-01' }), ['hire_refused'])
    assert.deepEqual(problems({ ...NEW, hiredOn: '2020-01-01', leftOn: '2026-10-31' }), ['gone_and_unknown'])
    assert.deepEqual(acts({ ...NEW, hiredOn: '2020-01-01', leftOn: TODAY }), ['hire', 'depart'])
  })

  test('who looks like somebody known is a duplicate until a human says otherwise', ({ assert }) => {
    assert.deepEqual(doubles({ ...NEW, ...ANY, birthDate: '1990-12-05' }), [{ type: 'alike', accepted: false }])
    assert.deepEqual(doubles({ ...NEW, ...ANY, familyName: 'Martin' }), [{ type: 'alike', accepted: false }])
    assert.deepEqual(acts({ ...NEW, ...ANY, familyName: 'Martin' }), ['hire'])
    assert.isEmpty(doubles(NEW))
  })

  test('is nobody known when another line of the file speaks of the one who looks alike', ({ assert }) => {
    const alike = { ...NEW, ...ANY, familyName: 'Martin' }
    assert.isEmpty(doubles(alike, [{}], { elsewhere: new Set(['elodie']) }))
    assert.deepEqual(acts(alike, [{}], { elsewhere: new Set(['elodie']) }), ['hire'])
    assert.equal(compare(ANY, [{}], { elsewhere: new Set(['elodie']) }).employee?.id, 'elodie')
  })

  test('who stands on an earlier line of the file is a duplicate, and enters once', ({ assert }) => {
    assert.deepEqual(doubles(NEW, [], { sameAsLine: 12 }), [{ type: 'same_line', accepted: false }])
    assert.isEmpty(acts(NEW, [], { sameAsLine: 12 }))
  })
})

test.group('Whatever a file says', () => {
  test('what was done once is never to be done again', ({ assert }) => {
    forMany(300, (between) => {
      const maybe = <T>(value: T) => (between(0, 1) ? value : undefined)
      const facts = Object.fromEntries(
        Object.entries({
          ...ANY,
          jobTitle: maybe(['Comptable', 'Soudeuse'][between(0, 1)]!),
          pcsCode: maybe('543a'),
          contractNature: maybe((['permanent', 'fixed_term'] as const)[between(0, 1)]!),
          contractEndOn: maybe('2027-03-31'),
          email: maybe('elodie@exemple.invalid'),
          leftOn: maybe('2026-12-31'),
          stoppages: maybe([{ origin: 'illness' as const, firstDay: '2026-09-01', lastDay: '2026-09-30' }]),
        }).filter(([, value]) => value !== undefined)
      ) as PersonFacts
      const { deeds } = compare(facts)
      const after = deeds.reduce((one, deed) => done(one, deed), ELODIE)
      assert.deepEqual(compare(facts, [after]).deeds, [], JSON.stringify(facts))
    })
  })

  test('the key of a person is the same in any spelling, and needs the whole identity', ({ assert }) => {
    assert.equal(identityKey(ANY), identityKey({ familyName: 'ELODIE', firstName: 'le-guern', birthDate: ANY.birthDate }))
    assert.isNull(identityKey({ familyName: 'Le Guern', firstName: 'Élodie' }))
  })
})

// What the workforce is once a deed is done.
function done(one: KnownEmployee, deed: ReturnType<typeof compare>['deeds'][number]): KnownEmployee {
  switch (deed.act) {
    case 'change_identity':
      return { ...one, ...deed.identity }
    case 'change_contract':
      return { ...one, ...deed.contract }
    case 'change_post':
      return { ...one, jobTitle: deed.post.jobTitle, post: { ...deed.post, fromOn: deed.fromOn } }
    case 'record_stoppage':
      return { ...one, stoppages: [{ ...deed.stoppage.stoppage, id: 's1' }] }
    case 'depart':
      return { ...one, leftOn: deed.leftOn, departureReason: deed.reason }
    default:
      return one
  }
}
