import { test } from '@japa/runner'
import { createUser, rowOf } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { journalOf, workplace } from '#tests/functional/workforce/world'

test.group('What a member wants to be done by itself', () => {
  test('is chosen, changed, and written in the journal', async ({ assert }) => {
    const { member, user, someone } = await workplace()
    await someone.get('/salaries/reglages')
    assert.equal((await someone.post('/salaries/reglages', { automatique: 'oui' })).status, 303)
    assert.include(await rowOf('workforce_choices', { member_id: member.id }), { request_on_hire: true, chosen_by: user.id })
    assert.include((await someone.get('/salaries/reglages')).html, 'checked')
    await someone.post('/salaries/reglages', { automatique: undefined })
    assert.isFalse((await rowOf('workforce_choices', { member_id: member.id })).request_on_hire)
    assert.lengthOf((await journalOf(member)).filter(({ event }) => event === 'workforce.choices_changed'), 2)
  })

  test('is not for whoever may only read', async ({ assert }) => {
    const { member } = await workplace()
    const reader = await signedInAs(await createUser({ member, preset: 'lecture' }))
    assert.equal((await reader.get('/salaries/reglages')).status, 403)
    assert.equal((await reader.post('/salaries/reglages', { automatique: 'oui' })).status, 403)
    assert.isNull(await rowOf('workforce_choices', { member_id: member.id }))
  })
})
