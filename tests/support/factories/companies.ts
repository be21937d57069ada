import { DateTime } from 'luxon'
import { keepFile } from '#core/files'
import { fictitiousSiret } from '#database/demo/company_numbers'
import { nextMemberNumber, uniqueEmail } from '#tests/support/factories/unique'
import { insert, type Values } from '#tests/support/factories/rows'

type Whose = { member: { id: string } }

/** The smallest thing that begins as a PDF does. */
export const PDF = Buffer.from('%PDF-1.7\n%%EOF\n')

/** A SIRET that is valid and nobody's. */
export async function someSiret() {
  return fictitiousSiret((await nextMemberNumber()).siren)
}

export function createContact({ member, ...values }: Whose & Values) {
  return insert('contacts', { member_id: member.id, role: 'billing', name: 'Yann Prigent', email: uniqueEmail('contact'), phone: null, ...values })
}

export function createSite({ member, ...values }: Whose & Values) {
  return insert('sites', { member_id: member.id, name: `Atelier ${uniqueEmail('site')}`, ...values })
}

/** A change of SIREN asked by this user, with its proof on the disk. */
export async function createSirenChange({ member, user, ...values }: Whose & { user: { id: string } } & Values) {
  const proof = await keepFile('siren_changes', 'pdf', PDF)
  return insert('siren_changes', {
    member_id: member.id,
    former_siret: await someSiret(),
    former_name: 'Menuiserie Ancienne',
    new_siret: await someSiret(),
    new_name: 'Menuiserie Nouvelle',
    reason: 'merger',
    effective_on: '2026-01-01',
    proof_key: proof.key,
    proof_type: 'application/pdf',
    proof_bytes: proof.bytes,
    proof_sha256: proof.sha256,
    requested_by: user.id,
    requested_at: DateTime.utc(),
    ...values,
  })
}
