import { test } from '@japa/runner'
import { countPoints, fold, hasControlCharacters, inWords } from '#shared/text'
import { forMany } from '#tests/unit/seeded'

test.group('Folded text', () => {
  test('knows no case and no accent, composed or not', ({ assert }) => {
    assert.equal(fold('Élodie MARCHEVAUX'), 'elodie marchevaux')
    assert.equal(fold('E\u0301lodie'), 'elodie')
    assert.equal(fold('Nuñez Ångström Žižek Çağ'), 'nunez angstrom zizek cag')
  })

  test('takes joined letters apart', ({ assert }) => {
    assert.equal(fold('Œuvre Lætitia Groß ﬁn'), 'oeuvre laetitia gross fin')
    assert.equal(fold('Søren Łukasz Đorđe Þór'), 'soren lukasz dorde thor')
  })

  test('makes one space of hyphens, apostrophes and spaces of any kind', ({ assert }) => {
    assert.equal(fold("  Jean-François  d'Aubigné "), 'jean francois d aubigne')
    assert.equal(fold('L’Hôte\u00a0de\u202fVern'), 'l hote de vern')
  })

  test('keeps what an e-mail needs', ({ assert }) => {
    assert.equal(fold('Claire.Montaubry@Ormevert.example'), 'claire.montaubry@ormevert.example')
  })

  test('folds nothing more the second time', ({ assert }) => {
    forMany(500, (between) => {
      const text = String.fromCodePoint(...Array.from({ length: 12 }, () => between(0x20, 0x24f)))
      assert.equal(fold(fold(text)), fold(text))
      assert.match(fold(text), /^[a-z0-9@. ]*$/)
    })
  })
})

test.group('Characters that nobody types', () => {
  test('a NUL byte, an escape or a mark that turns the text around are found', ({ assert }) => {
    for (const text of [
      'a\u0000b',
      '\u001b[31m',
      'a\u007f',
      'a\u0085',
      '\u202efdp.exe',
      '\u2066x',
    ]) {
      assert.isTrue(hasControlCharacters(text), JSON.stringify(text))
    }
  })

  test('lines, tabs, accents and smileys are welcome', ({ assert }) => {
    assert.isFalse(hasControlCharacters("Bonjour,\r\n\tl'été\u00a0: 🙂"))
  })
})

test.group('Numbers in words', () => {
  test('the title of an error summary agrees with the count', ({ assert }) => {
    assert.equal(countPoints(1), 'Un point à corriger')
    assert.equal(countPoints(2), 'Deux points à corriger')
    assert.equal(countPoints(12), '12 points à corriger')
  })

  test('up to ten are words', ({ assert }) => {
    assert.equal(inWords(6), 'Six')
    assert.equal(inWords(10), 'Dix')
    assert.equal(inWords(11), '11')
  })
})
