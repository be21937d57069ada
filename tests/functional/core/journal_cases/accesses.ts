import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { asStaff } from '#core/tenants'
import { mintInvitation } from '#identity'
import { createAccess, createInvitation, createMember, createUser, owner, PASSWORD, uniqueEmail } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import { staffAs } from '#tests/functional/back_office/staff_visitor'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const NEW = { nom: 'Maëlle Corvaisier', mot_de_passe: 'girouette-mandarine-pluvier-61', confirmation: 'girouette-mandarine-pluvier-61' }
const LOST = { motif: 'Le titulaire ne répond plus.', preuve: 'Kbis du 02/11/2026', nom: 'Maëlle Corvaisier', ancien: 'revoked' }

async function world() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true })
  const access = await createAccess({ member, preset: 'rh' })
  return { member, holder, access, browser: await signedInAs(holder) }
}

const onAccess = (act: string, before: string[] = []): JournalCase => async () => {
  const { access, browser } = await world()
  for (const one of before) {
    await browser.get(`/acces/${access.id}`)
    await browser.post(`/acces/${access.id}/${one}`)
  }
  await browser.get(`/acces/${access.id}`)
  return () => browser.post(`/acces/${access.id}/${act}`)
}

const onInvitation = (act: string): JournalCase => async () => {
  const { member, holder, browser } = await world()
  const { id } = await createInvitation({ member, by: holder })
  await browser.get(`/acces/invitations/${id}`)
  return () => browser.post(`/acces/invitations/${id}/${act}`)
}

async function lost() {
  const { member } = await world()
  const email = uniqueEmail('titulaire')
  const relations = await staffAs('member_relations')
  const address = `/admin/adherents/${member.id}/titulaire`
  await relations.get(address)
  return { email, relations, address, open: () => relations.post(address, { ...LOST, email }) }
}

async function accept(link: string) {
  const someone = visitor()
  await someone.get(link)
  return () => someone.post(link, NEW)
}

export const ACCESS_CASES: Record<string, JournalCase> = {
  'access.changed': async () => {
    const { access, browser } = await world()
    await browser.get(`/acces/${access.id}/droits`)
    return () => browser.post(`/acces/${access.id}/droits`, { modele: 'lecture' })
  },
  'access.handed_over': async () => {
    const { member, browser } = await world()
    const next = await createAccess({ member, preset: 'administrateur' })
    await browser.get('/acces/titulaire')
    return () => browser.post('/acces/titulaire', { acces: next.id, mot_de_passe: PASSWORD })
  },
  'access.resumed': onAccess('reouverture', ['suspension']),
  'access.revoked': onAccess('retrait'),
  'access.suspended': onAccess('suspension'),
  'holder.recovered': async () => {
    const { email, open } = await lost()
    await open()
    const { id } = await owner().from('invitations').where('email', email).firstOrFail()
    const minted = await asStaff((trx) => mintInvitation(trx, id, { first: true }, DateTime.utc()))
    return accept(`/invitation/${minted!.token}`)
  },
  'holder.recovery_closed': async () => {
    const { relations, address, open } = await lost()
    await open()
    await relations.get(address)
    return () => relations.post(`${address}/abandon`)
  },
  'holder.recovery_opened': async () => (await lost()).open,
  'invitation.accepted': async () => {
    const { member, holder } = await world()
    const token = randomUUID()
    await createInvitation({ member, by: holder, token })
    return accept(`/invitation/${token}`)
  },
  'invitation.resent': onInvitation('renvoi'),
  'invitation.sent': async () => {
    const { browser } = await world()
    await browser.get('/acces/invitations/nouvelle')
    return () => browser.post('/acces/invitations', { nom: 'Maëlle', email: uniqueEmail('stagiaire'), modele: 'rh' })
  },
  'invitation.withdrawn': onInvitation('retrait'),
}
