import { test } from '@japa/runner'
import { ok, refuse, type Result } from '#shared/result'

test.group('A result', () => {
  test('is a value or a refusal that its type tells apart', ({ assert }) => {
    const half = (
      count: number
    ): Result<number, { type: 'odd'; count: number } | { type: 'negative' }> => {
      if (count < 0) return refuse({ type: 'negative' })
      return count % 2 === 0 ? ok(count / 2) : refuse({ type: 'odd', count })
    }
    assert.deepEqual(half(4), { ok: true, value: 2 })
    assert.deepEqual(half(3), { ok: false, error: { type: 'odd', count: 3 } })
    assert.deepEqual(half(-1), { ok: false, error: { type: 'negative' } })
  })
})
