import type { CompanyFacts } from '#database/demo/companies'
import { drawFrom, type Draw } from '#database/demo/draw'
import { JOBS, type Trade } from '#database/demo/jobs'
import { drawNames, emailOf } from '#database/demo/names'
import { STREETS, TOWNS, type Town } from '#database/demo/towns'

type Line = [name: string, trade: Trade, naf: string, town: Town, present: number]

// Invented names. A few big ones, many small ones, as around any town.
const LINES: Line[] = [
  ['Salaisons Belloire', 'food', '10.13A', 'Châteaubourg', 400],
  ['Clinique de la Prévalière', 'clinic', '86.10Z', 'Saint-Grégoire', 180],
  ['Logistique Armévia', 'logistics', '52.10B', 'Bruz', 140],
  ['Fonderie Guilméric', 'foundry', '24.51Z', 'Noyal-sur-Vilaine', 110],
  ['Propreté Claréole', 'cleaning', '81.21Z', 'Rennes', 85],
  ['Travaux publics Hervigné', 'roadworks', '42.11Z', 'Betton', 70],
  ["Résidence d'Orvalune", 'care_home', '87.10A', 'Cesson-Sévigné', 60],
  ['Halles Virmont', 'supermarket', '47.11F', 'Mordelles', 50],
  ['Imprimerie Corvelle', 'printing', '18.12Z', 'Chantepie', 42],
  ['Désamiantage Brévalec', 'asbestos', '39.00Z', 'Orgères', 36],
  ['Numélia Conseil', 'software', '62.02A', 'Rennes', 30],
  ['Menuiserie Tréforel', 'furniture', '31.09B', 'Servon-sur-Vilaine', 26],
  ['Garage Lanvéol', 'garage', '45.20A', 'Saint-Jacques-de-la-Lande', 22],
  ['Laboratoire Oxalune', 'laboratory', '86.90B', 'Rennes', 19],
  ['Paysages Ronvallon', 'gardens', '81.30Z', 'Pacé', 16],
  ['Électricité Ferlédan', 'electricity', '43.21A', "L'Hermitage", 14],
  ['Ambulances Tréhervé', 'ambulances', '86.90A', 'Melesse', 12],
  ["La Table d'Isalène", 'restaurant', '56.10A', 'Liffré', 11],
  ['Plomberie Caradivec', 'plumbing', '43.22A', 'Vezin-le-Coquet', 9],
  ['Peinture Solvadec', 'painting', '43.34Z', 'Châteaugiron', 8],
  ["Fournil d'Aubelle", 'bakery', '10.71C', 'Thorigné-Fouillard', 7],
  ['Clinique vétérinaire Orbihaut', 'veterinary', '75.00Z', 'La Mézière', 6],
  ['Conduite Virandel', 'driving_school', '85.53Z', 'Montfort-sur-Meu', 6],
  ['Optique Clairvelle', 'shop', '47.78A', 'Le Rheu', 5],
  ['Ferronnerie Kervadoz', 'metalwork', '25.11Z', 'Guichen', 5],
  ["Coiffure Mèche d'Armor", 'hairdresser', '96.02A', 'Acigné', 4],
  ['Cabinet dentaire Vaudrelin', 'dentist', '86.23Z', 'Chartres-de-Bretagne', 4],
  ['Fleurs Ysaline', 'shop', '47.76Z', 'Bédée', 3],
  ['Étude Pellandreau', 'office', '69.10Z', 'Montgermont', 3],
  ['Architecture Morvénel', 'office', '71.11Z', 'Rennes', 2],
  ['Pharmacie Trescalland', 'shop', '47.73Z', 'Laillé', 2],
  ['Brasserie La Houblène', 'shop', '11.05Z', 'Domloup', 2],
  ['Couture Malivaud', 'shop', '14.13Z', 'Brécé', 1],
  ['Photographie Éclavel', 'office', '74.20Z', 'Breteil', 1],
  ['Maraîchage Prévandière', 'farm', '01.13Z', 'Gévezé', 1],
]

const SEED = 35_510
const FIRST_NUMBER = 20_417
// Beyond this they have somebody for personnel, then for convocations and bills.
const WITH_PERSONNEL = 12
const WITH_OFFICE = 40

/** The members around those of the cast, the same at every run. */
export const OTHER_COMPANIES: CompanyFacts[] = (() => {
  const draw = drawFrom(SEED)
  const nameOf = drawNames(draw, [])
  let number = FIRST_NUMBER
  return LINES.map((line) => {
    number += draw.between(300, 1100)
    return { ...companyOf(line, draw, nameOf), number: String(number).padStart(7, '0') }
  })
})()

function companyOf([name, trade, naf, town, present]: Line, draw: Draw, nameOf: ReturnType<typeof drawNames>): Omit<CompanyFacts, 'number'> {
  const [postalCode, centre] = TOWNS[town]
  const sites = [...new Set(JOBS[trade].map(({ site }) => site))]
  const key = name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '').toLowerCase()
  const roles = ['management', ...(present >= WITH_PERSONNEL ? ['human_resources'] : []), ...(present >= WITH_OFFICE ? ['convocations', 'billing'] : [])]
  const contacts = roles.map((role) => {
    const person = nameOf(draw.happens(0.55) ? 'female' : 'male')
    return { role, name: `${person.firstName} ${person.familyName}`, email: emailOf(person, `${key}.example`) }
  })
  return {
    key,
    name,
    naf,
    address: { address_line: `${draw.between(1, 48)} ${draw.pick(STREETS)}`, postal_code: postalCode, city: town },
    centre,
    sites: present < 10 ? sites.slice(0, 1) : sites,
    trade,
    present,
    left: Math.round(present * 0.07),
    contacts: contacts as CompanyFacts['contacts'],
    // Two firms in three came to the portal; the others still have their first sign-in before them.
    usesPortal: present >= WITH_OFFICE || draw.happens(0.66),
  }
}
