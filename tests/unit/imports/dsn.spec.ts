import { test } from '@japa/runner'
import fc from 'fast-check'
import { DSN_BLOCKS } from '#imports/rules/dsn_blocks'
import { crowd, monthLater } from '#tests/support/imports/crowd'
import { dsnFile, dsnLines, type DsnFigure } from '#tests/support/imports/dsn'
import { peopleOf, refusalOf } from '#tests/unit/imports/reading'

const SIRET = '21990000400016'
const ELODIE: DsnFigure = { familyName: 'LE GUERN', firstName: 'ÉLODIE', birthDate: '1990-05-12', payrollId: 'M0001', start: '2024-03-04', job: 'Chargée de clientèle' }

const one = (figure: Partial<DsnFigure>, edit = (line: string) => line) => {
  const lines = dsnLines([{ siret: SIRET, people: [{ ...ELODIE, ...figure }] }]).map(edit)
  return peopleOf(Buffer.from(lines.join('\r\n'), 'latin1'))[0]!
}

test.group('A DSN', () => {
  test('tells the establishment, the identity, the contract and where the person begins', ({ assert }) => {
    const { siret, line, facts, anomalies } = one({ usedName: 'MARTIN', email: 'Elodie@Exemple.invalid', pcs: '541d', nature: '02', plannedEnd: '2026-12-31' })
    assert.equal(siret, SIRET)
    assert.equal(line, 9)
    assert.deepEqual(anomalies, [])
    assert.deepEqual(facts, {
      familyName: 'Le Guern',
      usedName: 'Martin',
      firstName: 'Élodie',
      birthDate: '1990-05-12',
      email: 'elodie@exemple.invalid',
      payrollId: 'M0001',
      hiredOn: '2024-03-04',
      jobTitle: 'Chargée de clientèle',
      pcsCode: '541d',
      contractNature: 'fixed_term',
      contractEndOn: '2026-12-31',
    })
  })

  test('is read in ISO-8859-1 and in UTF-8, with line ends of either kind, whatever the pieces in which it arrives', ({ assert }) => {
    const lines = dsnLines([{ siret: SIRET, people: crowd(30) }])
    const expected = peopleOf(Buffer.from(lines.join('\r\n'), 'latin1'))
    assert.lengthOf(expected, 30)
    for (const end of ['\n', '\r\n']) {
      for (const encoding of ['latin1', 'utf8'] as const) {
        fc.assert(
          fc.property(fc.integer({ min: 1, max: 700 }), (piece) => {
            assert.deepEqual(peopleOf(Buffer.from(lines.join(end) + end, encoding), piece), expected)
          }),
          { seed: 2199, numRuns: 6 }
        )
      }
    }
  })

  test('gives back any name with its accents and apostrophes', ({ assert }) => {
    const letters = [...'abcdéèïöüçñÉÀ'].map((letter) => `${letter}`)
    const name = fc.array(fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("'"))
    fc.assert(
      fc.property(name, fc.constantFrom('latin1' as const, 'utf8' as const), (familyName, encoding) => {
        const lines = dsnLines([{ siret: SIRET, people: [{ ...ELODIE, familyName: `a${familyName}` }] }])
        assert.equal(peopleOf(Buffer.from(lines.join('\n'), encoding))[0]!.facts.familyName, `a${familyName}`)
      }),
      { seed: 2199, numRuns: 200 }
    )
  })

  test('keeps nothing but its whitelist: no pay, no bank, no address', ({ assert }) => {
    const [person] = peopleOf(dsnFile([{ siret: SIRET, people: [{ ...ELODIE, nationalId: '190059912345628' }] }]))
    const kept = JSON.stringify(person)
    for (const secret of ['2345.67', '1830.12', 'FR76', 'Charrons']) assert.notInclude(kept, secret)
    assert.notInclude(JSON.stringify(person!.facts), '19005')
    assert.deepEqual(Object.keys(DSN_BLOCKS), ['S21.G00.06', 'S21.G00.11', 'S21.G00.30', 'S21.G00.40', 'S21.G00.60', 'S21.G00.62'])
    assert.deepEqual(Object.values(DSN_BLOCKS).map((numbers) => Object.keys(numbers).toSorted()), [
      ['001', '002', '003'],
      ['001'],
      ['001', '002', '003', '004', '005', '006', '018', '019'],
      ['001', '002', '004', '006', '007', '009', '010'],
      ['001', '002', '003', '010', '012'],
      ['001', '002'],
    ])
  })

  test('of several establishments gives each person the SIRET that stands above', ({ assert }) => {
    const people = crowd(4)
    const [first, second] = ['21990000400016', '21991111100011']
    const read = peopleOf(dsnFile([{ siret: first!, people: people.slice(0, 3) }, { siret: second!, people: people.slice(3) }]))
    assert.deepEqual(read.map(({ siret }) => siret), [first, first, first, second])
  })

  test('tells a stoppage from the day after the last one worked, and each once whatever the contracts', ({ assert }) => {
    const stoppages = [
      { reason: '06', lastDayWorked: '2026-10-02', plannedEnd: '2026-11-15', back: '2026-11-16' },
      { reason: '06', lastDayWorked: '2026-10-02', plannedEnd: '2026-11-15', back: '2026-11-16' },
      { reason: '01', lastDayWorked: '2026-08-31', plannedEnd: '2026-09-04' },
    ]
    assert.deepEqual(one({ stoppages }).facts.stoppages, [
      { origin: 'illness', firstDay: '2026-09-01', lastDay: '2026-09-04' },
      { origin: 'work_accident', firstDay: '2026-10-03', lastDay: '2026-11-15', returnOn: '2026-11-16' },
    ])
  })

  test('tells a departure by the end of the contract and its reason, not by an end that was cancelled', ({ assert }) => {
    const left = one({ end: { on: '2026-11-30', reason: '039' } }).facts
    assert.deepInclude(left, { leftOn: '2026-11-30', departureReason: 'retirement' })
    assert.notProperty(one({ end: { on: '2026-11-30', reason: '099' } }).facts, 'leftOn')
  })

  test('of two contracts speaks of the one that goes on', ({ assert }) => {
    const lines = dsnLines([{ siret: SIRET, people: [{ ...ELODIE, end: { on: '2026-10-31', reason: '031' } }] }])
    const after = lines.findIndex((line) => line.startsWith('S21.G00.50'))
    lines.splice(after, 0, "S21.G00.40.001,'01112026'", "S21.G00.40.006,'Cheffe de projet'", "S21.G00.40.007,'01'")
    const { facts } = peopleOf(lines.join('\n'))[0]!
    assert.deepInclude(facts, { hiredOn: '2026-11-01', jobTitle: 'Cheffe de projet' })
    assert.notProperty(facts, 'leftOn')
  })

  test('tells a day that does not exist by its rubric and line, and the rest of the person is read', ({ assert }) => {
    const { facts, anomalies } = one({}, (line) => line.replace(/(S21\.G00\.40\.001),'\d+'/, "$1,'31022026'"))
    assert.notProperty(facts, 'hiredOn')
    assert.lengthOf(anomalies, 1)
    assert.deepInclude(anomalies[0], { column: 'S21.G00.40.001, ligne 15', written: '31022026' })
    assert.include(JSON.stringify(anomalies[0]), "La date 31/02/2026 n'existe pas")
  })

  test('tells a NIR with a bad key without repeating it, and reads one without key', ({ assert }) => {
    const bad = one({ nationalId: '190059912345699' })
    assert.isNull(bad.nationalId)
    assert.deepEqual(bad.anomalies, [{ column: 'S21.G00.30.001, ligne 9', problem: { type: 'national_id_key' } }])
    assert.match(one({ nationalId: '1900599123456' }).nationalId!, /^1900599123456\d\d$/)
  })

  test('tells an office of the company, which is no employment', ({ assert }) => {
    assert.deepEqual(one({ nature: '80' }).anomalies.map(({ problem }) => problem.type), ['not_an_employment'])
  })

  test('that is cut before its end is refused whole', async ({ assert }) => {
    const lines = dsnLines([{ siret: SIRET, people: crowd(3) }])
    const cut = lines.slice(0, -2).join('\r\n')
    assert.deepEqual(await refusalOf('paie.dsn', cut), { type: 'truncated', format: 'dsn' })
    const within = [...lines.slice(0, 10), "S21.G00.30.004,'Él"].join('\r\n')
    for (const piece of [cut.slice(0, -5), within]) assert.deepEqual(await refusalOf('paie.dsn', piece), { type: 'truncated', format: 'dsn' })
  })

  test('with a line that is none, or far too long, is refused and the line told', async ({ assert }) => {
    const lines = dsnLines([{ siret: SIRET, people: crowd(1) }])
    assert.deepEqual(await refusalOf('paie.dsn', [...lines.slice(0, 5), 'n importe quoi', ...lines.slice(5)].join('\n')), { type: 'damaged', line: 6 })
    assert.deepEqual(await refusalOf('paie.dsn', [...lines.slice(0, 5), 'S'.repeat(5_000_000), ...lines.slice(5)].join('\n')), { type: 'line_too_long', line: 6 })
  })

  test('a month later has its changes, its departures, its stoppages and its entries', ({ assert }) => {
    const people = crowd(100)
    const read = peopleOf(dsnFile([{ siret: SIRET, people: monthLater(people, 30) }]))
    assert.lengthOf(read, 106)
    assert.lengthOf(read.filter(({ facts }) => facts.leftOn), 6)
    assert.lengthOf(read.filter(({ facts }) => facts.stoppages), 6)
    assert.lengthOf(read.filter(({ facts }) => facts.jobTitle!.endsWith('principal')), 12)
    assert.equal(new Set(crowd(5000).map(({ familyName, firstName, birthDate }) => familyName + firstName + birthDate)).size, 5000)
  })
})
