import type { Trx } from '#core/tenants'
import type { Nomenclature } from '#members/rules/naf'

export type Company = {
  memberNumber: string
  name: string
  siren: string
  siret: string
  nafCode: string
  nafNomenclature: Nomenclature
  addressLine: string
  postalCode: string
  city: string
  careTeam: {
    doctor: string
    doctorTitle: string
    nurse: string | null
    nurseTitle: string | null
    centre: string
    centreAddress: string
    phone: string
    hours: string
  }
}

const COLUMNS = {
  memberNumber: 'members.member_number',
  name: 'members.company_name',
  siren: 'members.siren',
  siret: 'members.siret',
  nafCode: 'members.naf_code',
  nafNomenclature: 'members.naf_nomenclature',
  addressLine: 'members.address_line',
  postalCode: 'members.postal_code',
  city: 'members.city',
  doctor: 'doctors.name',
  doctorTitle: 'doctors.job_title',
  nurse: 'nurses.name',
  nurseTitle: 'nurses.job_title',
  centre: 'centres.name',
  phone: 'centres.phone',
  hours: 'centres.opening_hours',
}

/** Who the member is, and who follows its employees, where. */
export async function findCompany(trx: Trx, memberId: string): Promise<Company | null> {
  const row = await trx
    .from('members')
    .select(COLUMNS)
    .select(trx.raw("centres.address_line || ', ' || centres.postal_code || ' ' || centres.city as \"centreAddress\""))
    .join('centres', 'centres.id', 'members.centre_id')
    .join('practitioners as doctors', 'doctors.id', 'members.doctor_id')
    .leftJoin('practitioners as nurses', 'nurses.id', 'members.nurse_id')
    .where('members.id', memberId)
    .first()
  if (!row) return null
  const { doctor, doctorTitle, nurse, nurseTitle, centre, centreAddress, phone, hours, ...identity } = row
  return { ...identity, careTeam: { doctor, doctorTitle, nurse, nurseTitle, centre, centreAddress, phone, hours } }
}
