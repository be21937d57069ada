import type { DateTime } from 'luxon'
import type { PractitionerKind } from '#visits/rules/visit_kinds'
import { insert, type Values } from '#tests/support/factories/rows'

export type Centre = { id: string; name: string }
export type Practitioner = { id: string; name: string; kind: PractitionerKind }
export type Slot = { id: string; centreId: string; practitionerId: string; startsAt: DateTime; endsAt: DateTime }

export async function createCentre(values: Values = {}): Promise<Centre> {
  const row = await insert('centres', {
    name: 'Centre de Vern',
    address_line: '4 rue du Patis',
    postal_code: '35770',
    city: 'Vern-sur-Seiche',
    phone: '02 99 00 00 00',
    opening_hours: 'Du lundi au vendredi, de 8 h 30 à 17 h 30',
    access_directions: 'Parking devant le bâtiment',
    ...values,
  })
  return { id: row.id, name: row.name }
}

export async function createPractitioner(kind: PractitionerKind = 'doctor', values: Values = {}): Promise<Practitioner> {
  const row = await insert('practitioners', {
    name: kind === 'doctor' ? 'Dr Solène Kerdraon' : 'Maëlle Tanguy',
    kind,
    job_title: kind === 'doctor' ? 'Médecin du travail' : 'Infirmière en santé au travail',
    ...values,
  })
  return { id: row.id, name: row.name, kind: row.kind }
}

/** A free slot, of a new practitioner and centre unless given: two slots of one practitioner cannot overlap. */
export async function createSlot({
  startsAt,
  minutes = 60,
  kind = 'doctor',
  centre,
  practitioner,
}: {
  startsAt: DateTime
  minutes?: number
  kind?: PractitionerKind
  centre?: { id: string }
  practitioner?: { id: string }
}): Promise<Slot> {
  const endsAt = startsAt.plus({ minutes })
  const centreId = (centre ?? (await createCentre())).id
  const practitionerId = (practitioner ?? (await createPractitioner(kind))).id
  const row = await insert('slots', { centre_id: centreId, practitioner_id: practitionerId, starts_at: startsAt, ends_at: endsAt })
  return { id: row.id, centreId, practitionerId, startsAt, endsAt }
}
