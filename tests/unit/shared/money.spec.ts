import { test } from '@japa/runner'
import { formatCents } from '#shared/money'
import { forMany } from '#tests/unit/seeded'

test.group('Money', () => {
  test('has a narrow space between thousands and a no-break space before the euro', ({
    assert,
  }) => {
    assert.equal(formatCents(123_456), '1\u202f234,56\u00a0€')
    assert.equal(formatCents(8400), '84,00\u00a0€')
    assert.equal(formatCents(123_456_789_05), '123\u202f456\u202f789,05\u00a0€')
  })

  test('keeps the zeros of small amounts', ({ assert }) => {
    assert.equal(formatCents(0), '0,00\u00a0€')
    assert.equal(formatCents(5), '0,05\u00a0€')
    assert.equal(formatCents(100), '1,00\u00a0€')
  })

  test('shows a credit with a true minus sign', ({ assert }) => {
    assert.equal(formatCents(-123_456), '\u22121\u202f234,56\u00a0€')
  })

  test('is whole cents or nothing', ({ assert }) => {
    assert.throws(() => formatCents(12.5), 'Not cents: 12.5')
    assert.throws(() => formatCents(Number.NaN), 'Not cents: NaN')
  })

  test('can be read back', ({ assert }) => {
    forMany(300, (between) => {
      const cents = between(-100_000_000, 100_000_000)
      const digits = formatCents(cents)
        .replace(/[^\d\u2212]/g, '')
        .replace('\u2212', '-')
      assert.equal(Number(digits), cents)
    })
  })
})
