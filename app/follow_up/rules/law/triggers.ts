import type { Risk } from '#follow_up/rules/codes'
import type { Row } from '#follow_up/rules/law/row'

/** What puts a post under reinforced follow-up. `underAge`: only below it, in years. `open`: the threshold that decides is not a fact we hold. */
export type Trigger = Row & { risk: Risk; underAge?: number; open?: true }

// Decree 2016-1908 brought the reinforced follow-up into force; Decree 2025-355 ended that of the two authorisations.
const SINCE_2017 = { from: '2017-01-01', to: null }
const UNTIL_OCTOBER_2025 = { from: '2017-01-01', to: '2025-09-30' }

/** DOMAIN 4: R4624-23 as in force since 10 April 2026, and what it said before. */
export const TRIGGERS: readonly Trigger[] = [
  { id: 'sir_asbestos', risk: 'asbestos', articles: ['R4624-23'], words: "l'exposition à l'amiante", ...SINCE_2017 },
  {
    id: 'sir_lead_over_threshold',
    risk: 'lead',
    open: true,
    articles: ['R4624-23', 'R4412-160'],
    words: "l'exposition au plomb au-dessus du seuil de l'article R4412-160",
    from: '2017-01-01',
    to: '2026-04-09',
  },
  { id: 'sir_lead', risk: 'lead', articles: ['R4624-23'], words: "l'exposition au plomb", from: '2026-04-10', to: null },
  {
    id: 'sir_cmr',
    risk: 'cmr',
    articles: ['R4624-23', 'R4412-60'],
    words: "l'exposition à des agents cancérogènes, mutagènes ou toxiques pour la reproduction",
    ...SINCE_2017,
  },
  {
    id: 'sir_biological_group_3_4',
    risk: 'biological_group_3_4',
    articles: ['R4624-23', 'R4426-7'],
    words: "l'exposition à des agents biologiques des groupes 3 ou 4",
    ...SINCE_2017,
  },
  {
    id: 'sir_ionising_a',
    risk: 'ionising_a',
    articles: ['R4624-23', 'R4451-57'],
    words: "l'exposition aux rayonnements ionisants, catégorie A",
    ...SINCE_2017,
  },
  {
    id: 'sir_ionising_b',
    risk: 'ionising_b',
    articles: ['R4624-23', 'R4451-57'],
    words: "l'exposition aux rayonnements ionisants, catégorie B",
    ...SINCE_2017,
  },
  { id: 'sir_hyperbaric', risk: 'hyperbaric', articles: ['R4624-23'], words: 'le risque hyperbare', ...SINCE_2017 },
  {
    id: 'sir_scaffold_assembly',
    risk: 'scaffold_assembly',
    articles: ['R4624-23'],
    words: "le montage et le démontage d'échafaudages",
    ...SINCE_2017,
  },
  {
    id: 'sir_handling_over_55kg',
    risk: 'handling_over_55kg',
    articles: ['R4624-23', 'R4541-9'],
    words: 'la manutention habituelle de charges de plus de 55 kg',
    ...SINCE_2017,
  },
  {
    id: 'sir_regulated_work_minor',
    risk: 'regulated_work_minor',
    underAge: 18,
    articles: ['R4624-23', 'R4153-40'],
    words: 'les travaux réglementés avant 18 ans',
    ...SINCE_2017,
  },
  {
    id: 'sir_employer_listed',
    risk: 'employer_listed',
    articles: ['R4624-23'],
    words: "l'inscription du poste par l'employeur sur sa liste",
    ...SINCE_2017,
  },
  {
    id: 'sir_driving',
    risk: 'driving_authorisation',
    articles: ['R4624-23', 'R4323-56'],
    words: "l'autorisation de conduite",
    ...UNTIL_OCTOBER_2025,
  },
  {
    id: 'sir_electrical',
    risk: 'electrical_authorisation',
    articles: ['R4624-23', 'R4544-10'],
    words: "l'habilitation électrique",
    ...UNTIL_OCTOBER_2025,
  },
]
