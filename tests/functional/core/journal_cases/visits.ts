import { randomUUID } from 'node:crypto'
import { now } from '#core/clock'
import { asMembers, asStaff } from '#core/tenants'
import { mintAnswerLink, moveVisit, noteFindings, planRequest, recordOutcome, refuseRequest, settleMessages, substituteVisit, takeRequest, writeMessage, type Outcome } from '#visits'
import { DateTime } from 'luxon'
import { inDays } from '#tests/support/clock'
import { createDueVisit, createEmployee, createMember, createMessage, createRequest, createSlot, createStaff, createUser, createVisit } from '#tests/support/factories'
import { signedInAs, visitor } from '#tests/support/http'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

async function world(startsAt = inDays(9, '10:00')) {
  const member = await createMember()
  const user = await createUser({ member, holder: true })
  const employee = await createEmployee({ member })
  const visit = await createVisit({ employee, startsAt })
  return { member, user, employee, visit, staff: await createStaff(), browser: await signedInAs(user) }
}

const outcome = (held: Outcome): JournalCase => async () => {
  const { visit, staff } = await world(DateTime.utc().startOf('hour').minus({ hours: 2 }))
  return () => asStaff((trx) => recordOutcome(trx, { visitId: visit.id, outcome: held, staffId: staff.id }, now()))
}

const cancel = (days: number): JournalCase => async () => {
  const { visit, browser } = await world(inDays(days, '10:00'))
  const path = `/convocations/${visit.id}/annulation`
  await browser.get(path)
  return () => browser.post(path, { motif: 'Salarié en congé' })
}

const answer = (said: string): JournalCase => async () => {
  const { visit } = await world()
  const token = await asStaff((trx) => mintAnswerLink(trx, { visitId: visit.id, sequence: 0 }, now()))
  const someone = visitor()
  await someone.get(`/reponse/${token}`)
  return () => someone.post(`/reponse/${token}`, { reponse: said })
}

const onRequest = (act: (requestId: string, staffId: string) => Promise<unknown>): JournalCase => async () => {
  const { employee, staff } = await world()
  const request = await createRequest({ employee })
  return () => act(request.id, staff.id)
}

export const VISIT_CASES: Record<string, JournalCase> = {
  'calendar_feed.created': async () => {
    const { browser } = await world()
    return () => browser.post('/convocations/agenda')
  },
  'calendar_feed.revoked': async () => {
    const { browser } = await world()
    await browser.post('/convocations/agenda')
    return () => browser.post('/convocations/agenda/suppression')
  },
  'convocation.downloaded': async () => {
    const { visit, browser } = await world()
    return () => browser.get(`/convocations/${visit.id}.pdf`)
  },
  'visit.acknowledged': async () => {
    const { visit, browser } = await world()
    await browser.get(`/convocations/${visit.id}`)
    return async () => {
      await browser.post(`/convocations/${visit.id}/accuse`)
      await browser.post(`/convocations/${visit.id}/accuse`)
    }
  },
  'visit.cancellation_refused': cancel(1),
  'visit.cancelled': cancel(9),
  'visit.confirmed': answer('je_viens'),
  'visit.convoked': async () => {
    const { member, staff } = await world()
    const employee = await createEmployee({ member })
    await createDueVisit({ employee })
    const request = await createRequest({ employee, state: 'taken' })
    const slot = await createSlot({ startsAt: inDays(12, '09:00') })
    return () => asStaff((trx) => planRequest(trx, { requestId: request.id, slotId: slot.id, staffId: staff.id }, now()))
  },
  'visit.declined': answer('je_ne_viens_pas'),
  'visit.excused': outcome('excused'),
  'visit.findings_noted': async () => {
    const { employee, staff } = await world()
    const visit = await createVisit({ employee, startsAt: inDays(-9, '10:00'), practitionerKind: 'doctor', state: 'held' })
    return () => asStaff((trx) => noteFindings(trx, { visitId: visit.id, nextBy: '2030-01-15', noMeasureNeeded: null, staffId: staff.id }, now()))
  },
  'visit.held': outcome('held'),
  'visit.move_refused': async () => {
    const { visit, browser } = await world(inDays(1, '10:00'))
    const slot = await createSlot({ startsAt: inDays(13, '09:00') })
    return () => browser.post(`/convocations/${visit.id}/report`, { creneau: slot.id })
  },
  'visit.moved': async () => {
    const { visit, staff } = await world()
    const slot = await createSlot({ startsAt: inDays(13, '09:00') })
    return () => asStaff((trx) => moveVisit(trx, { visitId: visit.id, slotId: slot.id, staffId: staff.id }, now()))
  },
  'visit.substituted': async () => {
    const { member, user, visit } = await world()
    const substitute = await createEmployee({ member })
    await createDueVisit({ employee: substitute })
    return () => asMembers([member.id], (trx) => substituteVisit(trx, { visitId: visit.id, employeeId: substitute.id, userId: user.id }, now()), user.id)
  },
  'visit.unexcused': outcome('unexcused'),
  'visit_request.cancelled': async () => {
    const { employee, browser } = await world()
    const request = await createRequest({ employee })
    await browser.get(`/demandes/${request.id}`)
    return () => browser.post(`/demandes/${request.id}/annulation`)
  },
  'visit_request.employee_informed': async () => {
    const { employee, browser } = await world()
    await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    const demand = { motif: 'Le poste change', demandeur: 'Claire Montaubry', information: 'oui' }
    return () => browser.post('/demandes', { salarie: employee.id, nature: 'demande', ...demand })
  },
  'visit_request.message_sent': onRequest((requestId, staffId) =>
    asStaff((trx) => writeMessage(trx, { requestId, author: { kind: 'staff', id: staffId }, text: 'Le 3 vous va ?', formKey: randomUUID() }, now()))
  ),
  'visit_request.messages_settled': async () => {
    const { user, employee, staff } = await world()
    const request = await createRequest({ employee })
    await createMessage({ request, user })
    return () => asStaff((trx) => settleMessages(trx, { requestId: request.id, staffId: staff.id }, now()))
  },
  'visit_request.proof_downloaded': async () => {
    const { employee, browser } = await world()
    const request = await createRequest({ employee })
    return () => browser.get(`/demandes/${request.id}/preuve.pdf`)
  },
  'visit_request.refused': onRequest((requestId, staffId) => asStaff((trx) => refuseRequest(trx, { requestId, staffId, reason: 'Déjà vue' }, now()))),
  'visit_request.sent': async () => {
    const { member, browser } = await world()
    const employee = await createEmployee({ member })
    await createDueVisit({ employee })
    await browser.get(`/demandes/nouvelle?salarie=${employee.id}`)
    return () => browser.post('/demandes', { salarie: employee.id, nature: 'suivi' })
  },
  'visit_request.taken': onRequest((requestId, staffId) => asStaff((trx) => takeRequest(trx, { requestId, staffId }, now()))),
}
