import type { CentreKey } from '#database/demo/centres'
import type { Trade } from '#database/demo/jobs'

export type CompanyFacts = {
  /** Its domain too, under .example. */
  key: string
  number: string
  name: string
  naf: string
  address: { address_line: string; postal_code: string; city: string }
  centre: CentreKey
  sites: string[]
  trade: Trade
  present: number
  left: number
  contacts: { role: 'management' | 'human_resources' | 'billing' | 'convocations'; name: string; email: string }[]
  /** Whether its holder has a password. */
  usesPortal: boolean
}
export type Company = CompanyFacts & { key: 'ormevert' | 'kermelia' | 'mirelune' | 'tremel' | 'vaugelin' }

const near = { centre: 'V', usesPortal: true } as const

/** Invented firms, those of the cast. The first is the one that the demo opens on, the second is its stranger. */
export const COMPANIES: Company[] = [
  {
    key: 'ormevert',
    number: '0042317',
    name: 'Charpentes Ormevert',
    naf: '43.91A',
    address: { address_line: '8 rue des Compagnons', postal_code: '35770', city: 'Vern-sur-Seiche' },
    ...near,
    sites: ['Siège', 'Atelier de Vern', 'Chantiers nord'],
    trade: 'carpentry',
    present: 64,
    left: 4,
    contacts: [
      { role: 'management', name: 'Claire Montaubry', email: 'claire.montaubry@ormevert.example' },
      { role: 'human_resources', name: 'Aïssatou Kermarrec', email: 'aissatou.kermarrec@ormevert.example' },
      { role: 'convocations', name: 'Perrine Quémeneur', email: 'perrine.quemeneur@ormevert.example' },
      { role: 'billing', name: 'Ludovic Ancelin', email: 'ludovic.ancelin@ormevert.example' },
    ],
  },
  {
    key: 'kermelia',
    number: '0051208',
    name: 'Biscuiterie Kermélia',
    naf: '10.72Z',
    address: { address_line: '3 impasse du Blé noir', postal_code: '35150', city: 'Janzé' },
    ...near,
    sites: ['Fournil', 'Boutique'],
    trade: 'biscuits',
    present: 12,
    left: 1,
    contacts: [
      { role: 'management', name: 'Mathilde Rouaudel', email: 'mathilde.rouaudel@kermelia.example' },
      { role: 'human_resources', name: 'Yannick Thébaudin', email: 'yannick.thebaudin@kermelia.example' },
    ],
  },
  {
    key: 'mirelune',
    number: '0038654',
    name: 'Atelier Mirelune',
    naf: '31.09B',
    address: { address_line: '21 chemin de la Lande', postal_code: '35310', city: 'Bréal-sous-Montfort' },
    ...near,
    sites: ['Atelier'],
    trade: 'furniture',
    present: 6,
    left: 0,
    contacts: [{ role: 'management', name: 'Gaëtan Lorvellec', email: 'gaetan@mirelune.example' }],
  },
  {
    key: 'tremel',
    number: '0067093',
    name: 'Serres de Trémel',
    naf: '01.30Z',
    address: { address_line: 'Lieu-dit Trémel', postal_code: '35150', city: 'Piré-Chancé' },
    ...near,
    sites: ['Serres'],
    trade: 'greenhouses',
    present: 3,
    left: 0,
    contacts: [{ role: 'management', name: 'Gaëtan Lorvellec', email: 'gaetan@tremel.example' }],
  },
  {
    key: 'vaugelin',
    number: '0059811',
    name: 'Transports Vaugelin',
    naf: '49.41A',
    address: { address_line: '2 rue de la Bascule', postal_code: '35230', city: 'Noyal-Châtillon-sur-Seiche' },
    ...near,
    sites: ['Quai', 'Exploitation'],
    trade: 'haulage',
    present: 31,
    left: 2,
    contacts: [
      { role: 'management', name: 'Ronan Vaugelin', email: 'ronan@vaugelin.example' },
      { role: 'convocations', name: 'Estelle Pondaven', email: 'estelle.pondaven@vaugelin.example' },
    ],
  },
]
