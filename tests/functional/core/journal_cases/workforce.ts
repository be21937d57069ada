import { DateTime } from 'luxon'
import { now } from '#core/clock'
import { asMembers, asStaff } from '#core/tenants'
import { addDays, parisDay } from '#shared/dates'
import { createEmployee, rowsOf } from '#tests/support/factories'
import { typed, workplace } from '#tests/functional/workforce/world'
import { apply, createImporter, csv, preview, send } from '#tests/functional/imports/world'
import { archiveLeavers } from '#workforce'
import { giveNationalId } from '#workforce/actions/give_national_id'
import { nirKey } from '#workforce/rules/nir'
import type { JournalCase } from '#tests/functional/core/journal_cases/case'

const SAVE = { etape: 'enregistrer' }
const day = (days: number) => typed(addDays(parisDay(now()), days))
const hire = () => ({ nom_1: 'Le Goff', prenom_1: 'Maïwenn', naissance_1: '12/05/1990', entree: day(6), contrat: 'permanent', intitule: 'Menuisière', ...SAVE })
const stoppage = (lastDay: number) => ({ origine: 'illness', premier_jour: day(-60), dernier_jour: day(lastDay), prescrit_le: day(-60), ...SAVE })
const file = () => csv(`Kergoat;Élodie;12/05/1990;Comptable;${day(6)}`)

/** An act on the page of somebody, after those that it needs. */
const onEmployee = (path: string, fields: () => Record<string, string>, before: [string, () => Record<string, string>][] = []): JournalCase => async () => {
  const { employee, someone } = await workplace()
  for (const [one, values] of before) await someone.post(`/salaries/${employee.id}/${one}`, values())
  await someone.get(`/salaries/${employee.id}`)
  return () => someone.post(`/salaries/${employee.id}/${path}`, fields())
}

const leaving = () => ({ sortie: day(6), motif: 'resignation', ...SAVE })

const onStoppage = (path: string, fields: () => Record<string, string>): JournalCase => async () => {
  const { employee, someone } = await workplace()
  await someone.post(`/salaries/${employee.id}/arrets`, stoppage(-5))
  const [{ id }] = await rowsOf('stoppages', { employee_id: employee.id })
  const page = `/salaries/${employee.id}/arrets/${id}`
  await someone.get(page)
  return () => someone.post(`${page}${path}`, fields())
}

export const WORKFORCE_CASES: Record<string, JournalCase> = {
  'employee.archived': async () => {
    const { member } = await workplace()
    // Long before all others, so that nobody else is archived with them.
    await createEmployee({ member, hired_on: '1970-01-05', left_on: '1971-01-04', birth_date: '1950-01-01', post: null })
    return () => asStaff((trx) => archiveLeavers(trx, DateTime.fromISO('1977-01-01')))
  },
  'employee.changed': async () => {
    const { employee, someone } = await workplace()
    const path = `/salaries/${employee.id}/modifier`
    await someone.get(path)
    return () => someone.post(path, { email: 'autre@essai.example', ...SAVE })
  },
  'employee.departure_withdrawn': onEmployee('sortie/annulation', () => ({}), [['sortie', leaving]]),
  'employee.hired': async () => {
    const { someone } = await workplace()
    await someone.get('/salaries/nouveau')
    return () => someone.post('/salaries/nouveau', hire())
  },
  'employee.left': onEmployee('sortie', leaving),
  'employee.national_id_given': async () => {
    const { member, employee, user } = await workplace()
    const given = { memberId: member.id, employeeId: employee.id, by: { user: user.id }, nir: `1900573123456${nirKey('1900573123456')}` }
    return () => asMembers([member.id], (trx) => giveNationalId(trx, given, now()), user.id)
  },
  'employee.post_changed': onEmployee('poste', () => ({ a_partir_du: day(6), intitule: 'Désamianteur', pcs: '632a', risques: 'asbestos', ...SAVE })),
  'employee.rehired': async () => {
    const { employee, someone } = await workplace({ family_name: 'Le Goff', first_name: 'Maïwenn', birth_date: '1990-05-12', left_on: addDays(parisDay(now()), -30) })
    await someone.get('/salaries/nouveau')
    return () => someone.post('/salaries/nouveau', { ...hire(), deja_1: `retour:${employee.id}` })
  },
  'employee.stoppage_corrected': onStoppage('', () => stoppage(-20)),
  'employee.stoppage_recorded': onEmployee('arrets', () => stoppage(-5)),
  'employee.stoppage_withdrawn': onStoppage('/retrait', () => ({})),
  'import.applied': async () => {
    const { someone } = await createImporter()
    const { id } = await preview(someone, file())
    return () => apply(someone, id)
  },
  'import.created': async () => {
    const { someone } = await createImporter()
    return () => preview(someone, file())
  },
  'import.dropped': async () => {
    const { someone } = await createImporter()
    const { id } = await send(someone, file())
    await someone.get(`/salaries/import/${id}`)
    return () => someone.post(`/salaries/import/${id}/abandon`)
  },
  'workforce.choices_changed': async () => {
    const { someone } = await workplace()
    await someone.get('/salaries/reglages')
    return () => someone.post('/salaries/reglages', { automatique: 'oui' })
  },
}
