import { createContact, createMember, createSirenChange, createSite, createUser, PDF, someSiret, uniqueEmail } from '#tests/support/factories'
import { signedInAs } from '#tests/support/http'
import { typed } from '#tests/functional/workforce/world'
import { now } from '#core/clock'
import { addDays, parisDay } from '#shared/dates'
import { staffAs } from '#tests/functional/back_office/staff_visitor'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const ADDRESS = { adresse: '4 rue du Patis', code_postal: '35770', ville: 'Vern-sur-Seiche' }

async function world() {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  return { member, user, someone: await signedInAs(user) }
}

const byClerk = (act: string, effectiveInDays: number): JournalCase => async () => {
  const { member, user } = await world()
  const change = await createSirenChange({ member, user, effective_on: addDays(parisDay(now()), effectiveInDays) })
  const clerk = await staffAs('member_relations')
  await clerk.get(`/admin/siren/${change.id}`)
  return () => clerk.post(`/admin/siren/${change.id}/${act}`, act === 'refus' ? { motif: 'Le Kbis est trop vieux.' } : {})
}

export const COMPANY_CASES: Record<string, JournalCase> = {
  'company.changed': async () => {
    const { someone } = await world()
    await someone.get('/entreprise/adresse')
    return () => someone.post('/entreprise/adresse', ADDRESS)
  },
  'contact.added': async () => {
    const { someone } = await world()
    await someone.get('/entreprise/contacts/nouveau')
    return () => someone.post('/entreprise/contacts', { role: 'billing', nom: 'Yann Prigent', email: uniqueEmail('facturation') })
  },
  'contact.changed': async () => {
    const { member, someone } = await world()
    const { id } = await createContact({ member, role: 'billing' })
    await someone.get(`/entreprise/contacts/${id}`)
    return () => someone.post(`/entreprise/contacts/${id}`, { nom: 'Yann Le Prigent', telephone: '' })
  },
  'contact.removed': async () => {
    const { member, someone } = await world()
    const { id } = await createContact({ member, role: 'billing' })
    await someone.get(`/entreprise/contacts/${id}`)
    return () => someone.post(`/entreprise/contacts/${id}/retrait`)
  },
  'siren_change.accepted': byClerk('acceptation', 1),
  'siren_change.applied': byClerk('acceptation', 0),
  'siren_change.proof_downloaded': async () => {
    const { someone } = await world()
    await someone.get('/entreprise/siren')
    const fields = { motif: 'merger', siret: await someSiret(), raison_sociale: 'Menuiserie Nouvelle', date_effet: typed(parisDay(now())) }
    const sent = await someone.upload('/entreprise/siren', 'justificatif', { name: 'kbis.pdf', content: PDF }, fields)
    return () => someone.get(`${sent.location}/justificatif`)
  },
  'siren_change.refused': byClerk('refus', 0),
  'siren_change.sent': async () => {
    const { someone } = await world()
    await someone.get('/entreprise/siren')
    const fields = { motif: 'merger', siret: await someSiret(), raison_sociale: 'Menuiserie Nouvelle', date_effet: typed(parisDay(now())) }
    return () => someone.upload('/entreprise/siren', 'justificatif', { name: 'kbis.pdf', content: PDF }, fields)
  },
  'siren_change.taken': byClerk('prise-en-charge', 0),
  'site.added': async () => {
    const { someone } = await world()
    await someone.get('/entreprise/sites/nouveau')
    return () => someone.post('/entreprise/sites', { nom: 'Atelier de Vern', ...ADDRESS })
  },
  'site.changed': async () => {
    const { member, someone } = await world()
    const { id } = await createSite({ member })
    await someone.get(`/entreprise/sites/${id}`)
    return () => someone.post(`/entreprise/sites/${id}/fermeture`)
  },
}
