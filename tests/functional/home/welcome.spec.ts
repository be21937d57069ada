import { test } from '@japa/runner'
import { createCentre } from '#tests/support/factories'
import { visitor } from '#tests/support/http'

test.group('The public page', () => {
  test('says what the Espace adhérent is and leads to the sign-in', async ({ assert }) => {
    const page = await visitor().get('/')
    assert.equal(page.status, 200)
    assert.include(page.text, 'Espace adhérent')
    assert.match(page.html, /<a[^>]+href="\/connexion"[^>]*>Espace adhérent<\/a>/)
  })

  test('gives the phone and the hours of each centre', async ({ assert }) => {
    await createCentre({ name: 'Centre de Redon', city: 'Redon', phone: '02 99 71 00 00', opening_hours: 'Le mardi, de 9 h 00 à 12 h 00' })
    const page = await visitor().get('/')
    for (const fact of ['Centre de Redon', '02 99 71 00 00', 'Le mardi, de 9 h 00 à 12 h 00']) assert.include(page.text, fact)
    assert.include(page.links, 'tel:0299710000')
  })
})
