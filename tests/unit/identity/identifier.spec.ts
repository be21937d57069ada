import { test } from '@japa/runner'
import { readIdentifier } from '#identity/rules/identifier'

const refusal = (text: string) => {
  const read = readIdentifier(text)
  return read.ok ? null : read.error
}

test.group('What somebody types to sign in', () => {
  test('is a member number when it has seven digits, spaces or not', ({ assert }) => {
    for (const text of ['0042317', ' 0042317 ', '004 2317', '004\u00a02317', '00.42.317']) {
      assert.deepEqual(
        readIdentifier(text),
        { ok: true, value: { kind: 'member_number', value: '0042317' } },
        text
      )
    }
  })

  test('is told the length of a number that has another one', ({ assert }) => {
    for (const text of ['042317', '00423170', '7', '02 61 91 24 00']) {
      assert.deepEqual(
        refusal(text),
        { type: 'wrong_length', message: "Un numéro d'adhérent a 7 chiffres" },
        text
      )
    }
  })

  test('is an e-mail otherwise, in lower case', ({ assert }) => {
    assert.deepEqual(readIdentifier(' Claire.Montaubry@Ormevert.example '), {
      ok: true,
      value: { kind: 'email', value: 'claire.montaubry@ormevert.example' },
    })
  })

  test('is refused with an example when it is neither', ({ assert }) => {
    const long = `${'a'.repeat(250)}@b.fr`
    for (const text of [
      'claire',
      'claire@',
      '@ormevert.fr',
      'claire@ormevert',
      'a b@c.fr',
      'a@b@c.fr',
      '0042317a',
      'a\u0000b@c.fr',
      '004\u00002317',
      long,
    ]) {
      assert.equal(refusal(text)?.type, 'unreadable', JSON.stringify(text))
    }
    assert.match(refusal('claire')?.message ?? '', /7 chiffres ou une adresse e-mail/)
  })

  test('is asked for when there is nothing', ({ assert }) => {
    assert.equal(refusal('  ')?.type, 'missing')
  })

  test('is read at once however long it is', ({ assert }) => {
    const start = performance.now()
    assert.equal(refusal('a@'.repeat(100_000))?.type, 'unreadable')
    assert.equal(refusal('0'.repeat(200_000))?.type, 'wrong_length')
    assert.isBelow(performance.now() - start, 500)
  })
})
