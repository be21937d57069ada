import { deflateRawSync } from 'node:zlib'
import { test } from '@japa/runner'
import { refusalSentence, refusalStatus } from '#imports/rules/file_refusals'
import { sheetOf, workbook, zipOf } from '#tests/support/imports/sheets'
import { refusalOf } from '#tests/unit/imports/reading'

const HEADER = 'Nom;Prénom;Date de naissance'
const good = () => workbook(sheetOf([['Nom', 'Prénom', 'Date de naissance'], ['Kergoat', 'Élodie', '12/05/1990']]))

type Case = { what: string; name: string; content: () => string | Buffer | Promise<Buffer>; refusal: object; status: 413 | 415 | 422 }

const CASES: Case[] = [
  { what: 'an empty file', name: 'vide.csv', content: () => '', refusal: { type: 'empty' }, status: 422 },
  { what: 'only empty lines', name: 'vide.csv', content: () => '\r\n\r\n ;;\r\n', refusal: { type: 'empty' }, status: 422 },
  { what: 'a header alone', name: 'effectif.csv', content: () => `${HEADER}\r\n`, refusal: { type: 'header_only' }, status: 422 },
  { what: 'a header alone in a sheet', name: 'effectif.xlsx', content: () => workbook(sheetOf([['Nom', 'Prénom']])), refusal: { type: 'header_only' }, status: 422 },
  { what: 'no separator', name: 'effectif.csv', content: () => 'Nom\r\nKergoat\r\n', refusal: { type: 'no_separator' }, status: 422 },
  { what: 'an image named .csv', name: 'photo.csv', content: () => Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', 'latin1'), refusal: { type: 'not_what_it_says', extension: '.csv' }, status: 415 },
  { what: 'a workbook named .csv', name: 'effectif.csv', content: good, refusal: { type: 'not_what_it_says', extension: '.csv' }, status: 415 },
  { what: 'a text named .xlsx', name: 'effectif.xlsx', content: () => HEADER, refusal: { type: 'not_what_it_says', extension: '.xlsx' }, status: 415 },
  { what: 'a table named .dsn', name: 'effectif.dsn', content: () => `${HEADER}\r\nKergoat;Élodie;12/05/1990`, refusal: { type: 'not_what_it_says', extension: '.dsn' }, status: 415 },
  { what: 'a PDF', name: 'effectif.pdf', content: () => '%PDF-1.7', refusal: { type: 'wrong_kind' }, status: 415 },
  { what: 'a name without extension', name: 'effectif', content: () => HEADER, refusal: { type: 'wrong_kind' }, status: 415 },
  { what: 'an Excel of 1997, or one with a password', name: 'effectif.xlsx', content: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), refusal: { type: 'old_or_locked' }, status: 415 },
  { what: 'a workbook that was cut', name: 'effectif.xlsx', content: async () => (await good()).subarray(0, -60), refusal: { type: 'truncated', format: 'xlsx' }, status: 422 },
  { what: 'a zip that is no workbook', name: 'effectif.xlsx', content: () => zipOf({ 'lisez-moi.txt': 'bonjour' }), refusal: { type: 'no_sheet' }, status: 422 },
  { what: 'a sheet whose XML is broken', name: 'effectif.xlsx', content: () => workbook('<row r="1"><c></row>'), refusal: { type: 'damaged' }, status: 422 },
  { what: 'a sheet with entities of its own', name: 'effectif.xlsx', content: () => workbook('<row r="1"><c t="inlineStr"><is><t>&lol;</t></is></c></row>'), refusal: { type: 'damaged' }, status: 422 },
  { what: 'a quote that is never closed', name: 'effectif.csv', content: () => `${HEADER}\r\nKergoat;"Élodie;12/05/1990\r\nAutre;A;b`, refusal: { type: 'quote_not_closed', line: 2 }, status: 422 },
  { what: 'a line of 9 MB', name: 'effectif.csv', content: () => `${HEADER}\r\nKergoat;${'x'.repeat(9_000_000)};a`, refusal: { type: 'line_too_long', line: 2 }, status: 422 },
  { what: 'a table of more than 10 MB', name: 'effectif.csv', content: () => `${HEADER}\r\n${`Kergoat;Élodie;12/05/1990;${'x'.repeat(400)}\r\n`.repeat(25_000)}`, refusal: { type: 'too_large', maxBytes: 10_000_000 }, status: 413 },
  { what: 'more lines than a firm has people', name: 'effectif.csv', content: () => `${HEADER}\r\n${'a;b;12/05/1990\r\n'.repeat(50_001)}`, refusal: { type: 'too_many_lines', max: 50_000 }, status: 422 },
]

test.group('A file that cannot be read', () => {
  test('{what} is told with its status')
    .with(CASES)
    .run(async ({ assert }, { name, content, refusal, status }) => {
      const found = await refusalOf(name, await content())
      assert.deepEqual(found, refusal as any)
      assert.equal(refusalStatus(found), status)
      assert.isAbove(refusalSentence(found).length, 10)
    })

  test('a workbook that says it holds too much is refused before anything of it is inflated', async ({ assert }) => {
    const bomb = await workbook('', { 'xl/bomb1.xml': '0'.repeat(1000) })
    assert.deepEqual(await refusalOf('bombe.xlsx', declaring(bomb, 'xl/bomb1.xml', 4_000_000_000)), { type: 'bomb' })
  })

  test('a workbook that holds more than it says is stopped while it inflates', async ({ assert }) => {
    const sheet = 'xl/worksheets/sheet2.xml'
    const honest = await workbook(sheetOf([['Nom', 'Prénom', 'Date de naissance'], ...Array.from({ length: 2000 }, () => ['Kergoat', 'Élodie', '12/05/1990'])]))
    assert.deepEqual(await refusalOf('bombe.xlsx', declaring(honest, sheet, 500)), { type: 'truncated', format: 'xlsx' })
  })

  test('a workbook of thousands of files is refused', async ({ assert }) => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, rank) => [`xl/media/${rank}.xml`, 'x']))
    assert.deepEqual(await refusalOf('bombe.xlsx', await workbook('', many)), { type: 'bomb' })
  })

  test('shared texts that grow past all measure are refused, though each is small', async ({ assert }) => {
    const strings = `<sst>${`<si><t>${'x'.repeat(10_000)}</t></si>`.repeat(2500)}</sst>`
    assert.isBelow(deflateRawSync(strings).length, 200_000)
    assert.deepEqual(await refusalOf('bombe.xlsx', await workbook('', { 'xl/sharedStrings.xml': strings })), { type: 'bomb' })
  })
})

/** The same zip, whose directory says another size of a file. */
function declaring(zip: Buffer, name: string, size: number): Buffer {
  const bytes = Buffer.from(zip)
  const SIGNATURE = Buffer.from('PK\u0001\u0002')
  for (let at = bytes.indexOf(SIGNATURE); at !== -1; at = bytes.indexOf(SIGNATURE, at + 4)) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.subarray(at + 46, at + 46 + length).toString() === name) bytes.writeUInt32LE(size, at + 24)
  }
  return bytes
}
