import { watch } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { COLUMNS, FIELDS } from '#imports/rules/fields'
import { rowsOf } from '#tests/support/factories'
import { eventually } from '#tests/support/eventually'
import { visitor } from '#tests/support/http'
import { crowd } from '#tests/support/imports/crowd'
import { dsnFile, dsnLines } from '#tests/support/imports/dsn'
import { sheetOf, workbook } from '#tests/support/imports/sheets'
import { apply, createImporter, csv, employeesOf, HEADER, preview, send } from '#tests/functional/imports/world'

const LINE = 'Kergoat;Élodie;12/05/1990;Comptable;16/11/2026'

type Bad = { what: string; name: string; content: () => string | Buffer | Promise<Buffer>; status: number; told: string }

const BAD: Bad[] = [
  { what: 'an empty file', name: 'vide.csv', content: () => '', status: 422, told: 'Ce fichier est vide' },
  { what: 'a header alone', name: 'effectif.csv', content: () => HEADER, status: 422, told: 'ne contient que les noms des colonnes' },
  { what: 'a PDF', name: 'effectif.pdf', content: () => '%PDF-1.7', status: 415, told: 'CSV, XLSX ou DSN' },
  { what: 'an image named .csv', name: 'photo.csv', content: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]), status: 415, told: "n'est pas celui d'un fichier .csv" },
  { what: 'a workbook that was cut', name: 'effectif.xlsx', content: async () => (await workbook(sheetOf([['Nom', 'Prénom'], ['a', 'b']]))).subarray(0, -40), status: 422, told: 'incomplet ou abîmé' },
  { what: 'a DSN that was cut', name: 'paie.dsn', content: () => dsnLines([{ siret: '21990000400016', people: crowd(3) }]).slice(0, 30).join('\n'), status: 422, told: 'sa fin (bloc S90) manque' },
  { what: 'a line of 9 MB', name: 'effectif.csv', content: () => `${csv(LINE)}\n${'x'.repeat(9_000_000)}`, status: 422, told: 'La ligne 3 est beaucoup trop longue' },
  { what: 'a table of 12 MB', name: 'effectif.csv', content: () => csv(...Array.from({ length: 30_000 }, () => `${LINE}${'x'.repeat(380)}`)), status: 413, told: '10 Mo au plus' },
]

test.group('A file that cannot be imported', () => {
  test('{what} is told on the form, and nothing is written')
    .with(BAD)
    .run(async ({ assert }, { name, content, status, told }) => {
      const { member, someone } = await createImporter()
      const { answer } = await send(someone, await content(), name)
      assert.equal(answer.status, status)
      assert.include(answer.text, told)
      assert.include(answer.html, 'aria-invalid="true"')
      assert.isEmpty(await rowsOf('imports', { member_id: member.id }))
      assert.isEmpty(await employeesOf(member))
    })

  test('no file at all is told', async ({ assert }) => {
    const { someone } = await createImporter()
    const bare = await someone.post('/salaries/import')
    assert.equal(bare.status, 422)
    assert.include(bare.text, 'Choisissez un fichier')
    assert.equal((await someone.upload('/salaries/import', 'fichier', { name: '', content: '' })).status, 422)
    assert.equal((await someone.upload('/salaries/import', 'autre', { name: 'effectif.csv', content: csv(LINE) })).status, 422)
  })

  test('a file far past the limit is let go of, and answered', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { answer } = await send(someone, Buffer.alloc(101_000_000, 'a'))
    assert.equal(answer.status, 413)
    assert.include(answer.text, '100 Mo au plus')
    assert.isEmpty(await rowsOf('imports', { member_id: member.id }))
  })

  test('a form without its token, or of somebody signed out, has its file left unread', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const forged = await someone.upload('/salaries/import', 'fichier', { name: 'effectif.csv', content: csv(LINE) }, { _csrf: undefined })
    assert.equal(forged.status, 419)
    const stranger = await visitor().upload('/salaries/import', 'fichier', { name: 'effectif.csv', content: csv(LINE) })
    assert.equal(stranger.location, '/connexion')
    assert.isEmpty(await rowsOf('imports', { member_id: member.id }))
  })

  test('a file that another page did not ask for is not read', async ({ assert }) => {
    const { someone } = await createImporter()
    const answer = await someone.upload('/notifications', 'fichier', { name: 'effectif.csv', content: csv(LINE) })
    assert.include([404, 419], answer.status)
  })
})

test.group('A file that is imported', () => {
  test('is never on the disk, be it taken or refused', async ({ assert, cleanup }) => {
    const { someone } = await createImporter()
    const folder = await mkdtemp(join(tmpdir(), 'import-'))
    const { TMPDIR } = process.env
    process.env.TMPDIR = folder
    cleanup(() => void (TMPDIR === undefined ? delete process.env.TMPDIR : (process.env.TMPDIR = TMPDIR)))
    let wrote = false
    const watcher = watch(folder, () => (wrote = true))
    await send(someone, dsnFile([{ siret: '21990000400016', people: crowd(200) }]), 'paie.dsn')
    await send(someone, csv(LINE))
    await send(someone, await workbook(sheetOf([['Nom'], ['x']])), 'effectif.xlsx')
    assert.isEmpty(await readdir(folder))
    assert.isFalse(wrote)
    await writeFile(join(folder, 'seen'), '')
    await eventually('the folder is watched', () => wrote)
    watcher.close()
    await rm(folder, { recursive: true })
  })

  test('may be an XLSX, with dates as a spreadsheet keeps them', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, await workbook(sheetOf([HEADER.split(';'), ['Kergoat', 'Élodie', 33005, 'Comptable', 46342]])), 'effectif.xlsx')
    await apply(someone, id)
    const [employee] = await employeesOf(member)
    assert.deepInclude(employee, { family_name: 'Kergoat', birth_date: '1990-05-12', hired_on: '2026-11-16' })
  })

  test('may be a text in Windows-1252', async ({ assert }) => {
    const { member, someone } = await createImporter()
    const { id } = await preview(someone, Buffer.from(csv(LINE), 'latin1'), 'effectif.txt')
    await apply(someone, id)
    assert.equal((await employeesOf(member))[0].first_name, 'Élodie')
  })

  test('names the columns that are not read, and keeps nothing of them', async ({ assert }) => {
    const { someone } = await createImporter()
    const { id, page } = await preview(someone, `${HEADER};Salaire;IBAN\n${LINE};2345,67;FR7630001007941234567890185`)
    assert.include(page.text, 'Colonnes qui ne sont pas lues : Salaire, IBAN')
    const lines = JSON.stringify(await rowsOf('import_lines', { import_id: id }))
    assert.notMatch(lines, /2345|FR76/)
  })

  test('can begin from a template, whose columns are all known: {$self}')
    .with(['csv', 'xlsx'])
    .run(async ({ assert }, format) => {
      const { someone } = await createImporter()
      const answer = await someone.get(`/salaries/import/modele.${format}`)
      assert.equal(answer.status, 200)
      assert.include(answer.headers.get('content-disposition'), `modele-import-salaries.${format}`)
      if (format === 'csv') assert.deepEqual(answer.html.replace('\ufeff', '').trim().split(';'), FIELDS.map((field) => COLUMNS[field].label))
    })
})
