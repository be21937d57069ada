import { test } from '@japa/runner'
import fc from 'fast-check'
import { recogniseColumns } from '#imports/rules/recognise_columns'
import { readRow } from '#imports/rules/read_row'
import { sheetOf, workbook } from '#tests/support/imports/sheets'
import { tableOf } from '#tests/unit/imports/reading'

const HEADER = ['Nom', 'Prénom', 'Date de naissance', 'Poste']
const LINE = ['Kergoat', 'Élodie', '12/05/1990', 'Chargée de clientèle']
const csv = (rows: string[][], separator = ';') => rows.map((cells) => cells.join(separator)).join('\r\n')

test.group('A CSV', () => {
  test('is read whatever separates its columns: {$self}')
    .with([';', ',', '\t'])
    .run(async ({ assert }, separator) => {
      const { header, rows } = await tableOf('effectif.csv', csv([HEADER, LINE], separator))
      assert.deepEqual(header, HEADER)
      assert.deepEqual(rows, [{ line: 2, cells: LINE }])
    })

  test('is read in {name}')
    .with([
      { name: 'UTF-8', encode: (text: string) => Buffer.from(text) },
      { name: 'UTF-8 with its mark', encode: (text: string) => Buffer.from(`\ufeff${text}`) },
      { name: 'ISO-8859-1', encode: (text: string) => Buffer.from(text, 'latin1') },
      { name: 'UTF-16', encode: (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le') },
    ])
    .run(async ({ assert }, { encode }) => {
      const { header, rows } = await tableOf('effectif.csv', encode(csv([HEADER, LINE])))
      assert.deepEqual([header, rows[0]!.cells], [HEADER, LINE])
    })

  test('keeps the letters that Windows adds to ISO-8859-1', async ({ assert }) => {
    const bytes = Buffer.concat([Buffer.from('Nom;Prénom;Poste\nBeno', 'latin1'), Buffer.from([0x8a, 0x9c]), Buffer.from(';Zoé;Chef d', 'latin1'), Buffer.from([0x92]), Buffer.from('équipe', 'latin1')])
    const { rows } = await tableOf('effectif.csv', bytes)
    assert.deepEqual(rows[0]!.cells, ['BenoŠœ', 'Zoé', 'Chef d’équipe'])
  })

  test('tells a line by where it begins, past empty lines and cells of several lines', async ({ assert }) => {
    const { rows } = await tableOf('effectif.csv', 'Nom;Prénom;Poste\r\n\r\nUn;A;"deux\r\nlignes"\r\nDeux;B;c\r\n')
    assert.deepEqual(rows, [
      { line: 3, cells: ['Un', 'A', 'deux\nlignes'] },
      { line: 5, cells: ['Deux', 'B', 'c'] },
    ])
  })

  test('obeys the sep= that Excel writes, and finds its header below a title', async ({ assert }) => {
    const told = await tableOf('effectif.csv', 'sep=,\r\nNom,Prénom,Poste\r\nUn,A,b\r\n')
    assert.deepEqual(told, { header: ['Nom', 'Prénom', 'Poste'], rows: [{ line: 3, cells: ['Un', 'A', 'b'] }] })
    const titled = await tableOf('effectif.csv', `Effectif au 1er novembre;;;\r\n${csv([HEADER, LINE])}`)
    assert.deepEqual(titled, { header: HEADER, rows: [{ line: 3, cells: LINE }] })
  })

  test('gives back any cells in any encoding that can hold them, quotes and line ends included', async ({ assert }) => {
    const cell = fc.string({ unit: fc.constantFrom(...'aéèœ€ ;,"\t\r\n=0Zß'.split('')), maxLength: 12 })
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), fc.boolean(), async (lines, withMark) => {
        const full = lines.map((cells) => cells.map((text) => `x${text}`))
        const text = [['Nom', 'Prénom', 'Poste'], ...full].map((cells) => cells.map(quoted).join(';')).join('\r\n')
        const { rows } = await tableOf('effectif.csv', Buffer.from(withMark ? `\ufeff${text}` : text))
        assert.deepEqual(rows.map(({ cells }) => cells), full.map((cells) => cells.map((one) => one.replace(/\r\n?/g, '\n'))))
      }),
      { seed: 2199, numRuns: 150 }
    )
  })
})

test.group('An XLSX', () => {
  test('is read from its first visible sheet: shared and inline texts, dates as numbers, holes', async ({ assert }) => {
    const shared = '<sst><si><t>Nom</t></si><si><r><t>Le </t></r><r><t>Guern</t></r><rPh><t>phonétique</t></rPh></si></sst>'
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Prénom</t></is></c><c r="D1" t="inlineStr"><is><t>Naissance</t></is></c></row>
      <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>PROPER("ÉLODIE")</f><v>Élodie</v></c><c r="D4"><v>33005</v></c></row>`
    const { header, rows } = await tableOf('effectif.xlsx', await workbook(sheet, { 'xl/sharedStrings.xml': shared }))
    assert.deepEqual(header, ['Nom', 'Prénom', '', 'Naissance'])
    assert.deepEqual(rows, [{ line: 4, cells: ['Le Guern', 'Élodie', '', '33005'] }])
    const person = readRow(rows[0]!, { header, mapping: recogniseColumns(header).mapping, serials: true })
    assert.deepEqual(person.facts, { familyName: 'Le Guern', firstName: 'Élodie', birthDate: '1990-05-12' })
  })

  test('takes the result of a formula, and tells one that has none', async ({ assert }) => {
    const sheet = `${sheetOf([['Nom', 'Prénom', 'Date de naissance']])}<row r="2"><c r="A2" t="str"><f>UPPER("x")</f><v>Kergoat</v></c><c r="B2"><f>HYPERLINK("https://exemple.invalid")</f></c><c r="C2" t="inlineStr"><is><t>12/05/1990</t></is></c></row>`
    const { header, rows } = await tableOf('effectif.xlsx', await workbook(sheet))
    const { facts, anomalies } = readRow(rows[0]!, { header, mapping: recogniseColumns(header).mapping, serials: true })
    assert.deepEqual(facts, { familyName: 'Kergoat', birthDate: '1990-05-12' })
    assert.deepEqual(anomalies, [{ column: 'Prénom', problem: { type: 'no_value' } }])
  })

  test('keeps a long number whole, as a spreadsheet writes it', async ({ assert }) => {
    const sheet = `${sheetOf([['Nom', 'Prénom', 'SIRET']])}<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2.199E13</v></c></row>`
    const { rows } = await tableOf('effectif.xlsx', await workbook(sheet))
    assert.deepEqual(rows[0]!.cells, ['1', '', '21990000000000'])
  })
})
