import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import { visitor } from '#tests/support/http'
import { Page } from '#tests/support/page'
import { portalUrl } from '#tests/support/portal'

/** As no browser would ask. */
async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(`${portalUrl()}${path}`, { redirect: 'manual', ...init })
  return new Page(path, response.status, response.headers, await response.text())
}

/** A form of the sign-in whose body is written in some other way. */
async function postEncoded(encoding: string, encode: (body: string) => Uint8Array | string) {
  const someone = visitor()
  const form = (await someone.get('/connexion')).form('Connexion')!
  const body = encode(new URLSearchParams({ ...form.fields, identifiant: '9999998', mot_de_passe: 'x' }).toString())
  const Cookie = someone.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { Cookie, 'Content-Encoding': encoding, 'Content-Type': 'application/x-www-form-urlencoded' }
  return ask('/connexion', { method: 'POST', headers, body: body as RequestInit['body'] })
}

test.group('A request that no browser makes', () => {
  test('with an address that cannot be decoded gets the page and the headers of a refusal: {$self}')
    .with(['/salaries/%E0%A4%A', '/%', '/admin/%E0%A4%A'])
    .run(async ({ assert }, path) => {
      const page = await ask(path)
      assert.equal(page.status, 400)
      assert.equal(page.heading, 'Cette adresse ne se lit pas')
      assert.include(page.headers.get('content-security-policy')!, "frame-ancestors 'none'")
      assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
    })

  test('whose body says that it is compressed and is not is unreadable', async ({ assert }) => {
    const page = await postEncoded('gzip', (body) => body)
    assert.equal(page.status, 400)
    assert.include(page.text, "Rien n'a été enregistré")
  })

  test('whose body is compressed in a way that is not known is told so', async ({ assert }) => {
    const page = await postEncoded('zstandard', (body) => body)
    assert.equal(page.status, 415)
    assert.equal(page.heading, 'Cet envoi ne se lit pas')
  })

  test('whose body is compressed as it says is read', async ({ assert }) => {
    const page = await postEncoded('gzip', (body) => gzipSync(body))
    assert.equal(page.status, 422)
    assert.include(page.text, "L'identifiant ou le mot de passe n'est pas le bon")
  })

  test('for a folder of files finds nothing, in French', async ({ assert }) => {
    for (const path of ['/assets', '/assets/']) {
      const page = await ask(path)
      assert.equal(page.status, 404, path)
      assert.equal(page.heading, 'Page introuvable')
    }
  })
})
