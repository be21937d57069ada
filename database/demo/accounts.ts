import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'
import type { StaffRole } from '#core/http/policy'
import type { Company } from '#database/demo/companies'
import type { Preset } from '#identity/rules/rights'

/** Of every account of the demo, and of no other: production seeds none. */
export const DEMO_PASSWORD = 'rivage-menhir-tilleul-35'

type Access = { company: Company['key']; preset: Preset; holder?: true; sites?: string[] }
export type DemoUser = { as: string; name: string; email: string; accesses: Access[] }
export type DemoStaff = { as: `staff:${StaffRole}`; role: StaffRole; name: string; email: string; totpSecret: string }

const user = (as: string, name: string, email: string, ...accesses: Access[]): DemoUser => ({ as, name, email, accesses })
const ormevert = (preset: Preset): Access => ({ company: 'ormevert', preset })

/** The first holds the first member, the second of the members belongs to `other`; `multi` enters three, `site` sees one site. */
export const DEMO_USERS: DemoUser[] = [
  user('holder', 'Claire Montaubry', 'claire.montaubry@ormevert.example', { ...ormevert('administrateur'), holder: true }),
  user('administrateur', 'Hugo Delaunoy', 'hugo.delaunoy@ormevert.example', ormevert('administrateur')),
  user('rh', 'Aïssatou Kermarrec', 'aissatou.kermarrec@ormevert.example', ormevert('rh')),
  user('convocations', 'Perrine Quémeneur', 'perrine.quemeneur@ormevert.example', ormevert('convocations')),
  user('facturation', 'Ludovic Ancelin', 'ludovic.ancelin@ormevert.example', ormevert('facturation')),
  user('lecture', 'Ines Vauquelor', 'ines.vauquelor@ormevert.example', ormevert('lecture')),
  user('site', 'Yann Le Dantec', 'yann.ledantec@ormevert.example', { ...ormevert('rh'), sites: ['Atelier de Vern'] }),
  user('other', 'Mathilde Rouaudel', 'mathilde.rouaudel@kermelia.example', { company: 'kermelia', preset: 'administrateur', holder: true }),
  user(
    'multi',
    'Gaëtan Lorvellec',
    'gaetan.lorvellec@lorvellec.example',
    ormevert('administrateur'),
    { company: 'mirelune', preset: 'administrateur', holder: true },
    { company: 'tremel', preset: 'administrateur', holder: true }
  ),
  user('neighbour', 'Ronan Vaugelin', 'ronan@vaugelin.example', { company: 'vaugelin', preset: 'administrateur', holder: true }),
]

const staff = (role: StaffRole, name: string, email: string): DemoStaff => {
  const bytes = new Uint8Array(createHash('sha1').update(`OSTRA, démonstration, ${role}`).digest())
  return { as: `staff:${role}`, role, name, email, totpSecret: new Secret({ buffer: bytes.buffer }).base32 }
}

export const DEMO_STAFF: DemoStaff[] = [
  staff('administrator', 'Anne-Lise Trébuchard', 'administration@ostra.example'),
  staff('member_relations', 'Mickaël Saint-Aubry', 'relations@ostra.example'),
  staff('planner', 'Solène Kervadec', 'planification@ostra.example'),
  staff('health', 'Hélène Vasseran', 'sante@ostra.example'),
  staff('billing', 'Baptiste Louarnel', 'facturation@ostra.example'),
  staff('auditor', 'Sabine Orgelet', 'controle@ostra.example'),
]
