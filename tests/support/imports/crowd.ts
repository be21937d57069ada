import { addDays } from '#shared/days'
import { fictitiousNationalId, type DsnFigure } from '#tests/support/imports/dsn'
import { seeded } from '#tests/unit/seeded'

const FAMILY = ['Kergoat', 'Le Drénec', 'Morvanic', 'Ploumoguen', 'Trévidec', 'Quéméneur', 'Lanvaux', 'Bréhannec', 'Coatmeur', 'Guivarc', 'Plouzévet', 'Roscanvel', 'Tyhuon', 'Kerlaouen']
const FIRST = ['Aurélie', 'Bastien', 'Chloé', 'Denis', 'Élodie', 'Farid', 'Gwenaëlle', 'Hugo', 'Inès', 'Joël', 'Katell', 'Loïc', 'Maëlys', 'Noé', 'Océane', 'Pierrick']
const SUFFIX = ['', 'ec', 'ic', 'an', 'el', 'ou', 'en', 'ig', 'oc', 'az']
const JOBS = ['Menuisier', 'Comptable', 'Magasinière', 'Technicien de maintenance', 'Agent d\'entretien', 'Chargée de clientèle', 'Soudeur', 'Conductrice de ligne']

/** People whom nobody is, the same at each run: `crowd(5000)`. No two share a name and a birth date. */
export function crowd(count: number, seed = 2199): DsnFigure[] {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, rank) => {
    const birthDate = addDays('1962-01-01', (rank * 2 + Math.floor(random() * 2)) % 15_000)
    return {
      familyName: pick(FAMILY) + pick(SUFFIX) + '-' + pick(FAMILY) + SUFFIX[Math.floor(rank / 7500) % SUFFIX.length],
      firstName: pick(FIRST),
      birthDate,
      nationalId: fictitiousNationalId(rank, birthDate),
      email: `personne.${rank}@exemple.invalid`,
      payrollId: `M${String(rank + 1).padStart(6, '0')}`,
      start: addDays('2015-01-05', Math.floor(random() * 4000)),
      job: pick(JOBS),
    }
  })
}

/** The same people a month later: of every ten changes four change job, two leave, two fall ill, and two others come in. */
export function monthLater(people: readonly DsnFigure[], changes: number): DsnFigure[] {
  const changed = people.map((one, rank): DsnFigure => {
    const kind = rank < changes ? rank % 10 : 10
    if (kind < 4) return { ...one, job: `${one.job} principal` }
    if (kind < 6) return { ...one, end: { on: '2026-11-13', reason: '059' } }
    if (kind < 8) return { ...one, stoppages: [{ reason: '01', lastDayWorked: '2026-11-02', plannedEnd: '2026-11-22' }] }
    return one
  })
  const entering = crowd(Math.floor(changes / 5), 7).map((one, rank) => ({ ...one, payrollId: `N${rank}`, start: '2026-11-16', familyName: `${one.familyName} Neuf` }))
  return [...changed, ...entering]
}
