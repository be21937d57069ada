import type { Company } from '#database/demo/companies'
import type { Category } from '#database/demo/job'
import type { EmployeeAnswer } from '#visits/rules/employee_answers'
import type { RequestKind } from '#visits/rules/request_kinds'

/** What happens to somebody now. Days count from today, working days are found by themselves. */
export type Story =
  | { type: 'asked'; kind: RequestKind; daysAgo: number; reason?: string; taken?: boolean; wishInDays?: number; note?: string }
  | { type: 'refused'; kind: RequestKind; daysAgo: number; why: string }
  | { type: 'convoked'; inDays: number | 'within_48_hours'; calledDaysAgo: number; asked?: RequestKind; reason?: string; acknowledged?: boolean; answered?: EmployeeAnswer }
  | { type: 'today'; calledDaysAgo: number; acknowledged: boolean }
  | { type: 'over'; daysAgo: number; as: 'outcome_awaited' | 'unexcused' | 'cancelled'; asked?: RequestKind; reason?: string }
  /** Somebody else was seen in their slot. */
  | { type: 'replaced'; by: string }

export type Part = {
  firstName: string
  familyName: string
  jobTitle: string
  site: string
  category: Category
  due: { what: 'first' | 'renewal' | 'intermediate'; inDays: number }
  story?: Story
}

const part = (name: string, jobTitle: string, site: string, category: Category, due: Part['due'], story?: Story): Part => {
  const [firstName, ...family] = name.split(' ')
  return { firstName: firstName!, familyName: family.join(' '), jobTitle, site, category, due, story }
}
const renewal = (inDays: number) => ({ what: 'renewal' as const, inDays })
const intermediate = (inDays: number) => ({ what: 'intermediate' as const, inDays })
const first = (inDays: number) => ({ what: 'first' as const, inDays })

/** Those who make the demo worth a visit; everybody else of a firm is drawn and up to date. */
export const CAST: Record<Company['key'], Part[]> = {
  ormevert: [
    part('Karim Bensallah', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(-12)),
    part('Sandrine Le Goffic', 'Assistante administrative', 'Siège', 'SI', renewal(-4), {
      type: 'asked', kind: 'follow_up', daysAgo: 6, taken: true, note: 'Absente le mercredi',
    }),
    part('Awa Diarrassou', 'Conductrice de travaux', 'Chantiers nord', 'SIA', renewal(28), {
      type: 'convoked', inDays: 'within_48_hours', calledDaysAgo: 18,
    }),
    part('Sylvain Ortolan', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(9), {
      type: 'convoked', inDays: 'within_48_hours', calledDaysAgo: 20, acknowledged: true, answered: 'coming',
    }),
    part('Élodie Marchevaux', 'Dessinatrice en structure', 'Siège', 'SI', renewal(22), {
      type: 'convoked', inDays: 6, calledDaysAgo: 18,
    }),
    part('Maud Sérignac', 'Métreuse', 'Siège', 'SI', renewal(24)),
    part('Julien Fauverge', 'Couvreur', 'Chantiers nord', 'SI', renewal(410), {
      type: 'asked', kind: 'return', daysAgo: 3, taken: true, wishInDays: 27,
    }),
    part('Lila Benhamou', "Cheffe d'atelier", 'Atelier de Vern', 'SI', renewal(96), {
      type: 'convoked', inDays: 19, calledDaysAgo: 0, asked: 'follow_up',
    }),
    part('Thibault Garrigou', "Monteur d'échafaudages", 'Chantiers nord', 'SIR', intermediate(471)),
    part('Rémi Castelnaud', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(827)),
    part('Inès Valdor', "Chargée d'affaires", 'Siège', 'SI', first(52), {
      type: 'convoked', inDays: 12, calledDaysAgo: 9, answered: 'not_coming',
    }),
    part('Bastien Coëtanroux', 'Couvreur', 'Chantiers nord', 'SI', first(17), {
      type: 'convoked', inDays: 5, calledDaysAgo: 6, asked: 'follow_up', acknowledged: true,
    }),
    part('Noé Trévélan', 'Charpentier bois', 'Atelier de Vern', 'SI', first(81), {
      type: 'asked', kind: 'follow_up', daysAgo: 0, note: 'De préférence avec le groupe du matin',
    }),
    part('Yohann Kerlidou', "Monteur d'échafaudages", 'Chantiers nord', 'SIR', renewal(60), {
      type: 'convoked', inDays: 20, calledDaysAgo: 12, acknowledged: true, answered: 'coming',
    }),
    part('Fatoumata Sissoko', "Monteuse d'échafaudages", 'Chantiers nord', 'SIR', intermediate(80), {
      type: 'convoked', inDays: 33, calledDaysAgo: 4,
    }),
    part('Marguerite Audren', 'Magasinière', 'Atelier de Vern', 'SI', renewal(12), {
      type: 'convoked', inDays: 9, calledDaysAgo: 15, acknowledged: true, answered: 'coming',
    }),
    part('Étienne Rabouin', 'Grutier', 'Chantiers nord', 'SI', renewal(640), {
      type: 'asked', kind: 'employer_demand', daysAgo: 6, reason: 'La cabine de la nouvelle grue impose une autre posture.',
    }),
    part('Célestin Moranzé', 'Opérateur sur commande numérique', 'Atelier de Vern', 'SI', renewal(512), {
      type: 'convoked', inDays: 15, calledDaysAgo: 5, asked: 'employer_demand', acknowledged: true,
      reason: 'Le poste passe en horaires de nuit au printemps.',
    }),
    part('Véronique Tanguidec', 'Assistante administrative', 'Siège', 'SI', renewal(730), {
      type: 'refused', kind: 'mid_career', daysAgo: 20, why: "Cette visite se demande l'année des 45\u00a0ans, qui n'est pas encore venue.",
    }),
    part('Paul-Henri Noisel', 'Couvreur', 'Chantiers nord', 'SI', renewal(45), {
      type: 'over', daysAgo: 3, as: 'cancelled', asked: 'follow_up', reason: 'Salarié en congé',
    }),
    part('Dorian Malescot', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(40), {
      type: 'over', daysAgo: 7, as: 'unexcused', asked: 'follow_up', reason: 'Contrainte de chantier',
    }),
    part('Oumar Cissokho', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(33), { type: 'over', daysAgo: 1, as: 'outcome_awaited' }),
    part('Gaëlle Morizet', 'Dessinatrice en structure', 'Siège', 'SI', renewal(38), { type: 'over', daysAgo: 2, as: 'outcome_awaited' }),
    part('Iris Bellanvoy', 'Métreuse', 'Siège', 'SI', renewal(150), { type: 'replaced', by: 'Marius Quédinec' }),
    part('Marius Quédinec', 'Charpentier bois', 'Atelier de Vern', 'SI', renewal(1811)),
    part('Samuel Thorigné', 'Désamianteur', 'Chantiers nord', 'SIR', renewal(58)),
    part('Hortense Lavaur', 'Opératrice de nuit', 'Atelier de Vern', 'SIA', renewal(27)),
  ],
  kermelia: [
    part('Nolwenn Abgrallic', 'Agente de désinfection', 'Fournil', 'SIR', first(12), { type: 'asked', kind: 'follow_up', daysAgo: 1 }),
    part('Gaëtane Morvézen', 'Vendeuse', 'Boutique', 'SI', renewal(15), {
      type: 'convoked', inDays: 'within_48_hours', calledDaysAgo: 13,
    }),
    part('Ewen Guivarhal', 'Pâtissier', 'Fournil', 'SI', renewal(-20)),
    part('Lou Sabatier-Riou', 'Pâtissière', 'Fournil', 'SI', first(35), { type: 'convoked', inDays: 8, calledDaysAgo: 2 }),
  ],
  mirelune: [
    part('Rozenn Picaudel', 'Ébéniste', 'Atelier', 'SI', renewal(20), { type: 'asked', kind: 'follow_up', daysAgo: 4 }),
    part('Farid Belmokhtal', 'Vernisseur', 'Atelier', 'SIR', intermediate(26), { type: 'convoked', inDays: 10, calledDaysAgo: 7 }),
  ],
  tremel: [
    part('Olympe Sarrazin-Cado', 'Ouvrière horticole', 'Serres', 'SI', renewal(900), {
      type: 'asked', kind: 'employer_demand', daysAgo: 2, reason: 'Le port de plateaux augmente avec la nouvelle serre.',
    }),
    part('Hakim Oudjarel', 'Chef de culture', 'Serres', 'SI', renewal(700), {
      type: 'convoked', inDays: 7, calledDaysAgo: 3, asked: 'employer_demand', reason: 'Il prend la conduite de deux serres de plus.',
    }),
  ],
  vaugelin: [],
}
