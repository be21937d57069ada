import { test } from '@japa/runner'
import { DOMAINS, PRESETS, allows, presetLabel, rightsOf } from '#identity/rules/rights'

test.group('Rights of a preset', () => {
  test('an administrator writes everywhere', ({ assert }) => {
    assert.isTrue(DOMAINS.every((domain) => allows(rightsOf('administrateur'), domain, 'write')))
  })

  test('human resources write workforce, visits and documents, and see nothing else', ({
    assert,
  }) => {
    const rights = rightsOf('rh')
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'write')),
      ['workforce', 'visits', 'documents']
    )
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'read')),
      ['workforce', 'visits', 'documents']
    )
  })

  test('convocations write visits and read the workforce', ({ assert }) => {
    const rights = rightsOf('convocations')
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'write')),
      ['visits']
    )
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'read')),
      ['workforce', 'visits']
    )
  })

  test('billing writes invoices and reads the company', ({ assert }) => {
    const rights = rightsOf('facturation')
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'write')),
      ['billing']
    )
    assert.deepEqual(
      DOMAINS.filter((domain) => allows(rights, domain, 'read')),
      ['company', 'billing']
    )
  })

  test('a reader writes nothing and does not see who has access', ({ assert }) => {
    const rights = rightsOf('lecture')
    assert.isFalse(DOMAINS.some((domain) => allows(rights, domain, 'write')))
    assert.deepEqual(
      DOMAINS.filter((domain) => !allows(rights, domain, 'read')),
      ['access']
    )
  })

  test('to write is to read, and nothing is always allowed', ({ assert }) => {
    const rights = { ...rightsOf('lecture'), visits: 'write' } as const
    assert.isTrue(allows(rights, 'visits', 'read'))
    assert.isTrue(allows(rights, 'access', 'none'))
    assert.isFalse(allows(rights, 'company', 'write'))
  })

  test('each has its name in French', ({ assert }) => {
    assert.deepEqual(PRESETS.map(presetLabel), [
      'Administrateur',
      'Ressources humaines',
      'Convocations',
      'Facturation',
      'Lecture',
    ])
  })
})
