import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { admitSirenChange, nextReminder, parcelOf } from '#members/rules/siren_change'
import { readProofKind } from '#members/rules/proof_file'
import { differences } from '#members/rules/changes'

const TODAY = '2026-11-24'
const current = { siret: '73282932000074' }
const other = '35600000009075'
const at = (text: string) => DateTime.fromISO(text, { zone: 'Europe/Paris' })

test.group('A change of SIREN', () => {
  test('is to another valid SIRET, spaces or not', ({ assert }) => {
    assert.deepEqual(admitSirenChange({ siret: '356 000 000 09075', effectiveOn: TODAY }, current, TODAY), { ok: true, value: { siret: other } })
    assert.deepEqual(admitSirenChange({ siret: '73282932000075', effectiveOn: TODAY }, current, TODAY), { ok: false, error: { type: 'not_a_siret' } })
    assert.deepEqual(admitSirenChange({ siret: '732 829 320 00074', effectiveOn: TODAY }, current, TODAY), { ok: false, error: { type: 'same_siret' } })
  })

  test('has force since five years at most and in six months at most, to the day', ({ assert }) => {
    const type = (effectiveOn: string) => {
      const decision = admitSirenChange({ siret: other, effectiveOn }, current, TODAY)
      return decision.ok ? 'admitted' : decision.error.type
    }
    assert.equal(type('2021-11-24'), 'admitted')
    assert.equal(type('2021-11-23'), 'too_old')
    assert.equal(type('2027-05-24'), 'admitted')
    assert.equal(type('2027-05-25'), 'too_far')
  })

  test('is recalled to the staff at nine on the third day, not a second before', ({ assert }) => {
    const before = nextReminder('2026-11-24', 0, at('2026-11-27T08:59:59'))
    assert.isFalse(before.due)
    assert.equal(before.next.toISO(), at('2026-11-27T09:00').toISO())
    const then = nextReminder('2026-11-24', 0, at('2026-11-27T09:00:00'))
    assert.deepInclude(then, { due: true, rank: 1, days: 3 })
    assert.isTrue(then.next.equals(at('2026-11-30T09:00')))
    assert.isFalse(nextReminder('2026-11-24', 1, at('2026-11-27T09:00:01')).due)
  })

  test('is recalled once after an outage of ten days', ({ assert }) => {
    assert.deepInclude(nextReminder('2026-11-24', 0, at('2026-12-05T10:00')), { due: true, rank: 3, days: 11 })
    assert.isFalse(nextReminder('2026-11-24', 3, at('2026-12-05T10:00')).due)
  })

  test('is followed like a parcel', ({ assert }) => {
    const none = { takenAt: null, decidedAt: null, appliedAt: null }
    const requestedAt = at('2026-11-24T10:00')
    const here = (facts: Parameters<typeof parcelOf>[0]) => parcelOf(facts).find((step) => step.here)!.label
    assert.equal(here({ state: 'received', requestedAt, ...none }), 'Demande reçue')
    assert.equal(here({ state: 'in_review', requestedAt, ...none, takenAt: requestedAt }), "Examen par l'équipe OSTRA")
    assert.equal(here({ state: 'refused', requestedAt, ...none, decidedAt: requestedAt }), 'Refusée')
    assert.equal(here({ state: 'accepted', requestedAt, ...none, decidedAt: requestedAt }), 'Acceptée')
    assert.equal(here({ state: 'accepted', requestedAt, ...none, decidedAt: requestedAt, appliedAt: requestedAt }), 'Nouveau numéro en vigueur')
  })
})

test.group('The proof of a change', () => {
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  test('is a PDF or an image by its name and by its first bytes', ({ assert }) => {
    assert.deepEqual(readProofKind('Kbis.PDF', Buffer.from('%PDF-1.7')), { ok: true, value: { type: 'application/pdf', extension: 'pdf' } })
    assert.deepEqual(readProofKind('avis.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])), { ok: true, value: { type: 'image/jpeg', extension: 'jpg' } })
    assert.deepEqual(readProofKind('avis.png', Buffer.from(PNG)), { ok: true, value: { type: 'image/png', extension: 'png' } })
  })

  test('is not what only says that it is', ({ assert }) => {
    const files: [string, Buffer][] = [
      ['kbis.pdf', Buffer.from('<html>')],
      ['kbis.pdf', Buffer.from(PNG)],
      ['kbis.svg', Buffer.from('<svg')],
      ['kbis.pdf.exe', Buffer.from('%PDF-1.7')],
      ['kbis.pdf', Buffer.alloc(0)],
    ]
    for (const [name, bytes] of files) assert.isFalse(readProofKind(name, bytes).ok, name)
  })
})

test.group('What differs', () => {
  test('is kept before and after, nothing else', ({ assert }) => {
    assert.deepEqual(differences({ city: 'Rennes', phone: null }, { city: 'Vern', phone: null }), { before: { city: 'Rennes' }, after: { city: 'Vern' } })
    assert.isNull(differences({ city: 'Rennes' }, { city: 'Rennes' }))
  })
})
