import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { inGroups, requestDigest, type DigestedRequest } from '#visits/documents/request_digest'

const REQUEST: DigestedRequest = {
  id: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f50',
  employeeId: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f52',
  kind: 'return',
  requestedAt: DateTime.fromISO('2026-11-24T09:12:31.482+01:00'),
  wishFrom: '2026-12-21',
  reason: null,
  note: 'Plutôt le matin',
}

test.group('The digest of a request', () => {
  test('is that of lines which say what was asked, and when to the thousandth of a second', ({ assert }) => {
    const { text, sha256 } = requestDigest(REQUEST, '0042317')
    assert.deepEqual(text.split('\n'), [
      'ostra-demande 1',
      'demande 0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f50',
      'adherent 0042317',
      'salarie 0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f52',
      'nature reprise',
      'recue 2026-11-24T08:12:31.482Z',
      'date 2026-12-21',
      'motif -',
      // printf 'Plutôt le matin' | sha256sum
      'precisions 27407168 aa6ee53b f2a97bd8 0f7bede7 802131fe 3f58b40f bd90fd4f 085b8ebf',
    ])
    assert.equal(sha256, createHash('sha256').update(text, 'utf8').digest('hex'))
  })

  test('is another one as soon as one fact is another')
    .with([
      { id: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f60' },
      { employeeId: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f60' },
      { kind: 'follow_up' },
      { requestedAt: REQUEST.requestedAt.plus({ milliseconds: 1 }) },
      { wishFrom: null },
      { reason: '' },
      { reason: 'Un motif' },
      { note: 'Plutôt le matin ' },
      { note: null },
    ] as Partial<DigestedRequest>[])
    .run(({ assert }, change) => {
      assert.notEqual(requestDigest({ ...REQUEST, ...change }, '0042317').sha256, requestDigest(REQUEST, '0042317').sha256)
    })

  test('takes free texts by their own digest, so that no line of theirs can pass for one of ours', ({ assert }) => {
    const { text } = requestDigest({ ...REQUEST, reason: 'x\nprecisions -', note: null }, '0042317')
    assert.lengthOf(text.split('\n'), 9)
    assert.equal(text.split('\n')[8], 'precisions -')
  })

  test('is the same in whatever zone the instant is told', ({ assert }) => {
    const { requestedAt } = REQUEST
    const elsewhere = requestDigest({ ...REQUEST, requestedAt: requestedAt.setZone('America/Cayenne') }, '0042317')
    assert.deepEqual(elsewhere, requestDigest(REQUEST, '0042317'))
  })

  test('is read in groups of eight', ({ assert }) => {
    assert.equal(inGroups('0123456789abcdef01234567'), '01234567 89abcdef 01234567')
  })
})
