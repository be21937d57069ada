import { test } from '@japa/runner'
import { accessState } from '#identity/rules/access_state'
import { decideTerms, sameTerms, type AccessTerms } from '#identity/rules/access_terms'
import { PRESETS, areContradictory, presetOf, rightsOf } from '#identity/rules/rights'

const TODAY = '2026-11-24'
const terms = (values: Partial<AccessTerms> = {}): AccessTerms => ({ rights: rightsOf('rh'), siteIds: null, endsOn: null, ...values })
const field = (values: Partial<AccessTerms>) => {
  const decided = decideTerms(terms(values), TODAY)
  return decided.ok ? null : decided.error.field
}

test.group('The terms of an access', () => {
  test('can be any preset, everywhere, without an end', ({ assert }) => {
    for (const preset of PRESETS) assert.isNull(field({ rights: rightsOf(preset) }), preset)
  })

  test('give at least one right', ({ assert }) => {
    const nothing = { ...rightsOf('convocations'), visits: 'none', workforce: 'none' } as const
    assert.equal(field({ rights: nothing }), 'droits')
  })

  test('never let somebody change accesses who has not everything already', ({ assert }) => {
    assert.equal(field({ rights: { ...rightsOf('lecture'), access: 'write' } }), 'droits')
    assert.equal(field({ rights: { ...rightsOf('administrateur'), billing: 'read' } }), 'droits')
    assert.isNull(field({ rights: { ...rightsOf('lecture'), access: 'read' } }))
  })

  test('limit no administrator to some sites, and nobody to none', ({ assert }) => {
    assert.equal(field({ rights: rightsOf('administrateur'), siteIds: ['a'] }), 'etendue')
    assert.equal(field({ siteIds: [] }), 'sites')
    assert.isNull(field({ siteIds: ['a'] }))
  })

  test('end today at the earliest', ({ assert }) => {
    assert.equal(field({ endsOn: '2026-11-23' }), 'fin')
    assert.isNull(field({ endsOn: TODAY }))
  })

  test('are the same whatever the order of the sites', ({ assert }) => {
    assert.isTrue(sameTerms(terms({ siteIds: ['a', 'b'] }), terms({ siteIds: ['b', 'a'] })))
    assert.isFalse(sameTerms(terms({ siteIds: ['a'] }), terms()))
    assert.isFalse(sameTerms(terms({ endsOn: TODAY }), terms()))
    assert.isFalse(sameTerms(terms({ rights: rightsOf('lecture') }), terms()))
  })
})

test.group('Rights and presets', () => {
  test('every preset is found again by its rights', ({ assert }) => {
    assert.deepEqual(PRESETS.map((preset) => presetOf(rightsOf(preset))), [...PRESETS])
    assert.isNull(presetOf({ ...rightsOf('rh'), billing: 'read' }))
  })

  test('no preset contradicts itself', ({ assert }) => {
    assert.isFalse(PRESETS.some((preset) => areContradictory(rightsOf(preset))))
  })
})

test.group('The state of an access', () => {
  test('is open to the end of its last day', ({ assert }) => {
    assert.equal(accessState({ suspended: false, endsOn: TODAY }, TODAY), 'open')
    assert.equal(accessState({ suspended: false, endsOn: '2026-11-23' }, TODAY), 'ended')
    assert.equal(accessState({ suspended: false, endsOn: null }, TODAY), 'open')
    assert.equal(accessState({ suspended: true, endsOn: null }, TODAY), 'suspended')
  })
})
