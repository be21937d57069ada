import { sealTotpSecret } from '#identity/staff/totp'
import { DEMO_STAFF } from '#database/demo/accounts'
import type { Practitioner } from '#database/demo/diary'
import { officePhone } from '#database/demo/phones'
import type { Rows } from '#database/demo/rows'

export type House = { centreId: string; doctor: Practitioner; nurses: Practitioner[]; plannerId: string }

/** OSTRA itself: a centre, those who hold visits, those who work in the back office. */
export function writeHouse(rows: Rows, passwordHash: string): House {
  const centre = rows.add('centres', {
    name: 'Centre de Vern',
    address_line: '14 allée des Tilleuls',
    postal_code: '35770',
    city: 'Vern-sur-Seiche',
    phone: officePhone(2400),
    opening_hours: 'Du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h\u00a030',
    access_directions: "Bus C7, arrêt Tilleuls\u00a0; places de stationnement devant l'entrée, accès de plain-pied",
  })
  const practitioner = (kind: Practitioner['kind'], name: string, title: string): Practitioner => {
    return { id: rows.add('practitioners', { name, kind, job_title: title }).id, kind }
  }
  const staffIds = DEMO_STAFF.map(({ role, name, email, totpSecret }) => {
    const secrets = { password_hash: passwordHash, totp_secret: sealTotpSecret(totpSecret) }
    return { role, id: rows.add('staff_users', { email, full_name: name, role, ...secrets }).id }
  })
  return {
    centreId: centre.id,
    doctor: practitioner('doctor', 'Dr Hélène Vasseran', 'médecin du travail'),
    nurses: [
      practitioner('nurse', 'Maëlle Corvisier', 'infirmière en santé au travail'),
      practitioner('nurse', 'Loïc Brandivy', 'infirmier en santé au travail'),
    ],
    plannerId: staffIds.find(({ role }) => role === 'planner')!.id,
  }
}
