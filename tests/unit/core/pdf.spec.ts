import { test } from '@japa/runner'
import { renderPdf } from '#core/pdf'
import { printable } from '#core/printable'
import { readPdf } from '#tests/support/pdf'

const SHEET = {
  member: 'Charpentes Ormevert',
  leaf: { weekday: 'lundi', day: '30', month: 'novembre 2026', time: '10 h 00' },
  heading: "Convocation\nd'Élodie Marchevaux",
  lead: 'Rendez-vous santé au travail',
  facts: [['Lieu', 'Centre de Vern']],
  coming: ['Parking devant le bâtiment'],
  call: { phone: '02 61 91 24 00', lines: [] },
  limit: null,
  ways: [],
}

const render = (heading: string, sheets = 1) =>
  renderPdf({
    template: 'convocations',
    data: { title: 'Essai', footer: '', sheets: Array.from({ length: sheets }, () => ({ ...SHEET, heading })) },
    sheets,
  })

const HOSTILE = [
  '#eval("1 + 1")',
  '#read("/etc/passwd")',
  '$x^2$ et *gras* et _penché_ et `brut`',
  '= Titre',
  '<script>alert(1)</script> & "guillemets" \\ \\u{41}',
  '@preview/evil:1.0.0',
  '"}, "title": "autre", {"',
  '#panic("fin") [crochets] {accolades} ~ // commentaire',
]

test.group('A PDF', () => {
  test('is tagged, conforms to PDF/UA-1, has a title, a language and its fonts inside', async ({ assert }) => {
    const pdf = await readPdf(await render("Convocation\nd'Élodie Marchevaux"))
    assert.equal(pdf.title, 'Essai')
    assert.equal(pdf.language, 'fr')
    assert.isTrue(pdf.isTagged)
    assert.equal(pdf.conformance, '1')
    assert.includeMembers(pdf.roles, ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody'])
    assert.isAbove(pdf.fonts.length, 1)
    assert.deepEqual(pdf.fonts.filter(({ isInside }) => !isInside), [])
  })

  test('shows {$self} as it is written')
    .with(HOSTILE)
    .run(async ({ assert }, text) => {
      const { pages } = await readPdf(await render(`Convocation\nde ${text}`))
      assert.lengthOf(pages, 1)
      assert.include(pages[0]!.replaceAll(' ', ''), text.replaceAll(' ', ''))
    })

  test('has a shape for every character that is let through', async ({ assert }) => {
    const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code + 0x20))
    const shown = all.filter((character) => character.trim() && printable(character) === character)
    assert.isAbove(shown.length, 1500)
    // PDF/UA refuses a character without a shape: one of them would make the whole fail.
    const pdf = await renderPdf({
      template: 'convocations',
      data: { title: 'Essai', footer: shown.join(' '), sheets: [{ ...SHEET, coming: [shown.join(' ')], heading: 'x', lead: shown.join(' ') }] },
    })
    assert.isAbove(pdf.length, 50_000)
  })

  test('is the same, byte for byte, for the same data', async ({ assert }) => {
    const [one, other] = [await render('Convocation'), await render('Convocation')]
    assert.isTrue(one.equals(other))
    assert.isFalse(one.equals(await render('Convocation\nde Marie')))
  })

  test('sets smaller what one sheet could not hold', async ({ assert }) => {
    const long = 'Marie-Christine Wolfeschlegelsteinhausenbergerdorff '.repeat(12)
    const { pages } = await readPdf(await render(`Convocation\nde ${long}`, 3))
    assert.lengthOf(pages, 3)
    assert.include(pages[2], 'Parking devant le bâtiment')
  })

  test('comes to each of many who ask at once', async ({ assert }) => {
    const names = Array.from({ length: 12 }, (_, rank) => `Personne N${rank}`)
    const pdfs = await Promise.all(names.map((name) => render(`Convocation\nde ${name}`)))
    for (const [rank, pdf] of pdfs.entries()) assert.include((await readPdf(pdf)).pages[0], `de ${names[rank]} `)
  })

  test('that cannot be written is an error of its own, and the next one is written', async ({ assert }) => {
    const [failed, fine] = await Promise.allSettled([renderPdf({ template: 'nowhere', data: {} }), render('Convocation')])
    assert.equal(failed.status, 'rejected')
    assert.equal(fine.status, 'fulfilled')
  })
})
