import { test } from '@japa/runner'
import { printable } from '#core/printable'

test.group('Text that a document can show', () => {
  test('keeps French, and what other European names need, as it is')
    .with(['Élodie Marchevaux', "L'Haÿ-les-Roses, 3\u00a0œufs à 12,50\u00a0€", 'Łukasz Żółć', 'Þórður', 'Σωκράτης', 'Пётр Чайковский', 'Nguyễn Thị Ánh', '«\u00a0N°\u00a05\u00a0» – “x” … 20\u00a0%'])
    .run(({ assert }, text) => assert.equal(printable(text), text.normalize('NFC')))

  test('composes letters that came in parts', ({ assert }) => {
    assert.equal(printable('E\u0301lodie'), 'Élodie')
  })

  test('shows a square for what no font of ours holds, one for each run', ({ assert }) => {
    assert.equal(printable('Zoé 😀😀 et 王小明'), 'Zoé □ et □')
    assert.equal(printable('👩‍🚀'), '□')
  })

  test('leaves out what cannot be seen and turns the order of letters', ({ assert }) => {
    assert.equal(printable('Ma\u202erie\u0000 \u200bLe\u2066 Goff'), 'Marie Le Goff')
  })

  test('keeps lines, whatever ends them', ({ assert }) => {
    assert.equal(printable('un\r\ndeux\rtrois\nquatre\tcinq'), 'un\ndeux\ntrois\nquatre cinq')
  })

  test('allows a hyphen in a word of 30 letters, and in no shorter one', ({ assert }) => {
    assert.equal(printable('a'.repeat(29)), 'a'.repeat(29))
    assert.equal(printable('a'.repeat(30)), `${'a'.repeat(15)}\u00ad${'a'.repeat(15)}`)
    assert.equal(printable('Marie-Antoinette-Joséphine de La Rochefoucauld'), 'Marie-Antoinette-Joséphine de La Rochefoucauld')
  })

  test('leaves its own result as it is', ({ assert }) => {
    const text = `#eval("x") $y$ *a* \\u{1F600} 😀 ${'W'.repeat(80)}\u202e\r\n`
    assert.equal(printable(printable(text)), printable(text))
  })
})
