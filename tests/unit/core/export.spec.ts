import { test } from '@japa/runner'
import { strFromU8, unzipSync } from 'fflate'
import { writeCsv } from '#core/export/csv'
import { day, exportTable, harmless, type ExportColumn } from '#core/export/table'
import { writeXlsx } from '#core/export/xlsx'

type Person = { name: string; born: string | null; visits: number }

const COLUMNS: ExportColumn<Person>[] = [
  { label: 'Nom', cell: ({ name }) => name },
  { label: 'Naissance', cell: ({ born }) => day(born) },
  { label: 'Visites', cell: ({ visits }) => visits },
]

const HOSTILE = ['=1+1', '+33 6', '-2', '@SUM(A1)', '\t=1+1', '\r=1+1', '  =1+1']

const tableOf = (...names: string[]) => exportTable(COLUMNS, names.map((name) => ({ name, born: '1985-02-09', visits: 1.5 })))
const csvOf = (...names: string[]) => writeCsv(tableOf(...names)).toString()

async function sheetOf(...names: string[]) {
  const files = unzipSync(await writeXlsx(tableOf(...names)))
  const text = (path: string) => (files[path] ? strFromU8(files[path]) : '')
  return { sheet: text('xl/worksheets/sheet1.xml'), words: text('xl/sharedStrings.xml') }
}

test.group('A text in a spreadsheet', () => {
  test('is no formula, whatever it begins with')
    .with(HOSTILE)
    .run(({ assert }, text) => {
      assert.equal(harmless(text), `'${text}`)
    })

  test('stays as it is when it is none')
    .with(['Aurélie Le Guern', 'Jean-Paul', 'a=b', '1 rue du Port', ''])
    .run(({ assert }, text) => {
      assert.equal(harmless(text), text)
    })
})

test.group('A list as CSV', () => {
  test('is what a French Excel opens: a mark, semicolons, days and numbers written as in France', ({ assert }) => {
    assert.equal(csvOf('Aurélie Le Guern'), '\ufeffNom;Naissance;Visites\r\nAurélie Le Guern;09/02/1985;1,5\r\n')
  })

  test('keeps a semicolon, a quote and a line end within their cell', ({ assert }) => {
    assert.include(csvOf('Le "Grand"; Paul\nPort'), '"Le ""Grand""; Paul\nPort";')
  })

  test('leaves empty what is not known, and has its heads when the list is empty', ({ assert }) => {
    assert.include(writeCsv(exportTable(COLUMNS, [{ name: 'A', born: null, visits: 0 }])).toString(), 'A;;0')
    assert.equal(csvOf(), '\ufeffNom;Naissance;Visites\r\n')
  })

  test('disarms each hostile text', ({ assert }) => {
    for (const text of HOSTILE) assert.include(csvOf(text), `'${text}`)
  })
})

test.group('A list as XLSX', () => {
  test('has days that sort as days, numbers, and no formula', async ({ assert }) => {
    const { sheet, words } = await sheetOf('Aurélie Le Guern', ...HOSTILE)
    assert.include(words + sheet, 'Aurélie Le Guern')
    assert.match(sheet, /<v>31087<\/v>/)
    assert.match(sheet, /<v>1\.5<\/v>/)
    assert.notMatch(sheet, /<f[ >]/)
    for (const text of ['=1+1', '+33 6', '@SUM(A1)']) assert.include(words + sheet, `'${text}`)
  })
})
