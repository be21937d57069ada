import type { PractitionerKind } from '#visits/rules/visit_kinds'

export type CentreKey = 'V' | 'C' | 'G'

/** Three centres around Rennes: true towns, invented streets. */
export const CENTRES: Record<CentreKey, Record<'name' | 'address_line' | 'postal_code' | 'city' | 'opening_hours' | 'access_directions', string>> = {
  V: {
    name: 'Centre de Vern',
    address_line: '14 allée des Tilleuls',
    postal_code: '35770',
    city: 'Vern-sur-Seiche',
    opening_hours: 'Du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h\u00a030',
    access_directions: "Bus C7, arrêt Tilleuls\u00a0; places de stationnement devant l'entrée, accès de plain-pied",
  },
  C: {
    name: 'Centre de Cesson',
    address_line: '5 cour des Meuniers',
    postal_code: '35510',
    city: 'Cesson-Sévigné',
    opening_hours: 'Du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h\u00a030, fermé le mercredi matin',
    access_directions: "Métro ligne b, station Cesson - Viasilva, puis cinq minutes à pied\u00a0; premier étage, ascenseur\u00a0; parking de la cour, entrée rue du Bief",
  },
  G: {
    name: 'Centre de Saint-Grégoire',
    address_line: '27 rue du Canal',
    postal_code: '35760',
    city: 'Saint-Grégoire',
    opening_hours: 'Du lundi au vendredi, de 8\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 13\u00a0h\u00a030 à 17\u00a0h\u00a030',
    access_directions: "Bus 8, arrêt Écluse\u00a0; depuis la rocade, porte de Saint-Malo\u00a0; rez-de-chaussée, sonner à OSTRA, deux places réservées aux personnes handicapées",
  },
}

/** `base`: whose care teams they belong to. `week`: morning and afternoon of each day, by centre; the other half-days are for workplaces. */
export type PractitionerPart = { name: string; kind: PractitionerKind; job_title: string; base: CentreKey; week: string }

const doctor = (name: string, base: CentreKey, week: string): PractitionerPart => ({ name, kind: 'doctor', job_title: 'médecin du travail', base, week })
const nurse = (name: string, job_title: string, base: CentreKey, week: string): PractitionerPart => ({ name, kind: 'nurse', job_title, base, week })
const F = 'infirmière en santé au travail'
const M = 'infirmier en santé au travail'

export const PRACTITIONERS: PractitionerPart[] = [
  doctor('Dr Hélène Vasseran', 'V', 'V. .. V. .V ..'),
  doctor('Dr Antonin Lescouarc', 'C', 'C. .C .. C. C.'),
  doctor('Dr Mireille Dauvergnat', 'G', '.. G. G. .. .G'),
  nurse('Maëlle Corvisier', F, 'V', 'VV .. V. V. V.'),
  nurse('Loïc Brandivy', M, 'V', '.. VV .V .V .V'),
  nurse('Yasmine Terhouari', F, 'C', 'C. C. .C C. C.'),
  nurse('Kristell Guéhandic', F, 'C', '.C .C .. GG .C'),
  nurse('Florent Mazurelle', M, 'G', 'G. G. G. .. .G'),
]
