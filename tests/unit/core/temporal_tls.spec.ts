import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { readTls } from '#config/temporal'

test.group('Temporal over TLS', () => {
  test('is not, unless it is asked', ({ assert }) => {
    assert.isNull(readTls({}))
    assert.isNull(readTls({ asked: false }))
  })

  test('trusts the authorities of the system and is nobody in particular when no file says more', ({ assert }) => {
    assert.deepEqual(readTls({ asked: true }), { ca: undefined, crt: undefined, key: undefined, serverName: undefined })
  })

  test('reads its authority, its certificate and its key from their files', ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'tls-'))
    cleanup(() => rmSync(folder, { recursive: true }))
    const [ca, cert, key] = ['ca', 'cert', 'key'].map((name) => {
      writeFileSync(join(folder, name), name)
      return join(folder, name)
    })
    const tls = readTls({ asked: true, ca, cert, key, serverName: 'temporal.interne' })!
    assert.deepEqual([tls.ca, tls.crt, tls.key].map(String), ['ca', 'cert', 'key'])
    assert.equal(tls.serverName, 'temporal.interne')
  })

  test('refuses to start half configured, and with a file that is not there', ({ assert }) => {
    assert.throws(() => readTls({ ca: '/ca.pem' }), /TEMPORAL_TLS must be true/)
    assert.throws(() => readTls({ asked: true, cert: '/cert.pem' }), /go together/)
    assert.throws(() => readTls({ asked: true, key: '/key.pem' }), /go together/)
    assert.throws(() => readTls({ asked: true, ca: '/nowhere/ca.pem' }), /ENOENT/)
  })
})
