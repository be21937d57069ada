import { mintStopToken } from '#messaging/stop_tokens'
import { inDays } from '#tests/support/clock'
import { createMember, createUser, createVisit } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

export const PAGE_CASES: Record<string, JournalCase> = {
  'list.exported': async () => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    return () => someone.get('/salaries.csv')
  },
  'notifications.chosen': async () => {
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    const page = await someone.get('/compte')
    const { action } = page.forms.find(({ buttons }) => buttons.includes('Enregistrer mes choix'))!
    return () => someone.post(action)
  },
  'notifications.stopped': async () => {
    const { id } = await createUser({ member: await createMember() })
    const someone = visitor()
    const path = `/notifications/arret/${mintStopToken(id)}`
    await someone.get(path)
    return () => someone.post(path)
  },
  'page.not_found': async () => {
    const { id } = await createVisit({ startsAt: inDays(9, '10:00') })
    const someone = await signedInAs(await createUser({ member: await createMember() }))
    return () => someone.get(`/convocations/${id}`)
  },
  'page.refused': async () => {
    const someone = await signedInAs(await createUser({ member: await createMember(), preset: 'facturation' }))
    return () => someone.get('/salaries')
  },
}
