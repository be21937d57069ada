import { now } from '#core/clock'
import { asStaff } from '#core/tenants'
import { acceptSirenChange, applySirenChange, refuseSirenChange, takeSirenChange } from '#members'
import { addDays, parisDay } from '#shared/dates'
import { PDF, createContact, createMember, createSirenChange, createSite, createStaff, createUser, someSiret } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

async function world() {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  return { member, user, browser: await signedInAs(user) }
}

const form = (page: string, path: string, fields: Record<string, string>): JournalCase => async () => {
  const { browser } = await world()
  await browser.get(page)
  return () => browser.post(path, fields)
}

const onContact = (suffix: string, fields: Record<string, string>): JournalCase => async () => {
  const { browser, member } = await world()
  const { id } = await createContact({ member })
  await browser.get(`/entreprise/contacts/${id}`)
  return () => browser.post(`/entreprise/contacts/${id}${suffix}`, fields)
}

type Decide = (input: { changeId: string; staffId: string }) => Promise<unknown>

const decision = (decide: Decide, values: Record<string, unknown> = {}): JournalCase => async () => {
  const { member, user } = await world()
  const change = await createSirenChange({ member, user, ...values })
  const staff = await createStaff({ role: 'member_relations' })
  return () => decide({ changeId: change.id, staffId: staff.id })
}

const tomorrow = () => addDays(parisDay(now()), 1)

export const COMPANY_CASES: Record<string, JournalCase> = {
  'company.changed': form('/entreprise/adresse', '/entreprise/adresse', { adresse: '4 rue du Patis', code_postal: '35770', ville: 'Vern-sur-Seiche' }),
  'contact.added': form('/entreprise/contacts/nouveau', '/entreprise/contacts', { role: 'billing', nom: 'Yann Prigent', email: 'yann@essai.example' }),
  'contact.changed': onContact('', { nom: 'Yann Le Prigent' }),
  'contact.removed': onContact('/retrait', {}),
  'site.added': form('/entreprise/sites/nouveau', '/entreprise/sites', { nom: 'Atelier' }),
  'site.changed': async () => {
    const { browser, member } = await world()
    const { id } = await createSite({ member })
    await browser.get(`/entreprise/sites/${id}`)
    return () => browser.post(`/entreprise/sites/${id}/fermeture`)
  },
  'siren_change.sent': async () => {
    const { browser } = await world()
    const siret = await someSiret()
    await browser.get('/entreprise/siren')
    const fields = { motif: 'merger', siret, raison_sociale: 'Menuiserie Nouvelle', date_effet: '01/01/2026' }
    return () => browser.upload('/entreprise/siren', 'justificatif', { name: 'kbis.pdf', content: PDF }, fields)
  },
  'siren_change.proof_downloaded': async () => {
    const { browser, member, user } = await world()
    const { id } = await createSirenChange({ member, user })
    return () => browser.get(`/entreprise/siren/${id}/justificatif`)
  },
  'siren_change.taken': decision((input) => asStaff((trx) => takeSirenChange(trx, input, now()))),
  'siren_change.accepted': decision((input) => asStaff((trx) => acceptSirenChange(trx, input, now()))),
  'siren_change.refused': decision((input) => asStaff((trx) => refuseSirenChange(trx, { ...input, reason: 'Non' }, now()))),
  // Accepted the day before for the next one: the workflow puts it in force.
  'siren_change.applied': async () => {
    const { member, user } = await world()
    const { id } = await createSirenChange({ member, user, effective_on: tomorrow() })
    const staff = await createStaff({ role: 'member_relations' })
    await asStaff((trx) => acceptSirenChange(trx, { changeId: id, staffId: staff.id }, now()))
    return () => asStaff((trx) => applySirenChange(trx, { changeId: id }, now().plus({ days: 1 })))
  },
}
