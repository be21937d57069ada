import { test } from '@japa/runner'
import { createEmployee, createMember, createUser, rowOf, rowsOf } from '#tests/support/factories'
import { insert } from '#tests/support/factories/rows'
import { signedInAs } from '#tests/support/http'
import { itIs } from '#tests/support/clock'

test.group('Declaring a hiring', () => {
  test('form opens', async ({ assert }) => {
    const member = await createMember()
    const someone = await signedInAs(await createUser({ member }))
    const page = await someone.get('/salaries/nouveau')
    console.log(page.status, page.text.slice(0, 3000))
    assert.equal(page.status, 200)
  })
})
