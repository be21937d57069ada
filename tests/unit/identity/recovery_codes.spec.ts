import { test } from '@japa/runner'
import { areFew, readRecoveryCode, RECOVERY_ALPHABET, writeRecoveryCode } from '#identity/rules/recovery_codes'

const NUMBERS = Array.from({ length: 16 }, (_, rank) => rank + 8)

test.group('A recovery code', () => {
  test('is written in fours, and read back however it is typed', ({ assert }) => {
    const code = writeRecoveryCode(NUMBERS)
    assert.equal(code, 'abcd-efgh-jkmn-pqrs')
    for (const typed of [code, code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
      assert.equal(readRecoveryCode(typed), 'abcdefghjkmnpqrs')
    }
  })

  test('has no letter or digit that is taken for another', ({ assert }) => {
    for (const one of 'il1o0') assert.notInclude(RECOVERY_ALPHABET, one)
    assert.equal(new Set(RECOVERY_ALPHABET).size, RECOVERY_ALPHABET.length)
  })

  test('is not {typed}')
    .with(['', '123456', 'abcd-efgh-jkmn', 'abcd-efgh-jkmn-pqrs-t', 'abcd-efgh-jkmn-pqri', 'abcd_efgh_jkmn_pqrs'].map((typed) => ({ typed })))
    .run(({ assert }, { typed }) => assert.isNull(readRecoveryCode(typed)))

  test('runs short from three on', ({ assert }) => {
    assert.deepEqual([0, 3, 4, 10].map(areFew), [true, true, false, false])
  })
})
