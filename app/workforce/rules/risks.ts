import type { Risk } from '#follow_up/rules/codes'

/** What a post may expose to: the codes of the law engine, in the order of the form. */
export const RISKS = [
  'asbestos',
  'lead',
  'cmr',
  'biological_group_3_4',
  'biological_group_2',
  'ionising_a',
  'ionising_b',
  'hyperbaric',
  'scaffold_assembly',
  'handling_over_55kg',
  'electromagnetic_over_limit',
  'regulated_work_minor',
  'driving_authorisation',
  'electrical_authorisation',
  'employer_listed',
] as const satisfies readonly Risk[]

export type { Risk }

/** `help`: how an employer knows that the post has it. */
export type RiskWords = { label: string; help: string }

const WORDS: Record<Risk, RiskWords> = {
  asbestos: { label: 'Amiante', help: 'Retrait, encapsulage ou interventions sur des matériaux qui en contiennent.' },
  lead: { label: 'Plomb', help: "Quel que soit le niveau d'exposition, depuis le 10\u00a0avril 2026." },
  cmr: {
    label: 'Agents cancérogènes, mutagènes ou toxiques pour la reproduction',
    help: 'Article R4412-60. Par exemple poussières de bois, silice, certains solvants et vernis.',
  },
  biological_group_3_4: { label: 'Agents biologiques des groupes 3 et 4', help: 'Par exemple tuberculose, hépatites, laboratoires.' },
  biological_group_2: {
    label: 'Agents biologiques du groupe 2',
    help: 'Par exemple tétanos, leptospirose, salmonelles. La visite a lieu avant la prise de poste.',
  },
  ionising_a: { label: 'Rayonnements ionisants, catégorie A', help: 'Le classement figure au dossier de radioprotection.' },
  ionising_b: { label: 'Rayonnements ionisants, catégorie B', help: 'Le classement figure au dossier de radioprotection.' },
  hyperbaric: { label: 'Travail en milieu hyperbare', help: 'Plongée, travail en caisson.' },
  scaffold_assembly: {
    label: "Montage et démontage d'échafaudages",
    help: 'Risque de chute de hauteur pendant le montage ou le démontage.',
  },
  handling_over_55kg: { label: 'Port habituel de charges de plus de 55\u00a0kg', help: 'Article R4541-9.' },
  electromagnetic_over_limit: {
    label: 'Champs électromagnétiques au-dessus des valeurs limites',
    help: "La visite a lieu avant l'affectation au poste.",
  },
  regulated_work_minor: {
    label: 'Travaux réglementés, salarié de moins de 18\u00a0ans',
    help: 'Machines, produits ou travaux soumis à déclaration, article R4153-40.',
  },
  driving_authorisation: { label: 'Autorisation de conduite', help: 'CACES\u00a0: chariot élévateur, nacelle, grue, engin de chantier.' },
  electrical_authorisation: { label: 'Habilitation électrique', help: 'Travaux sur des installations électriques ou dans leur voisinage.' },
  employer_listed: {
    label: "Autre poste à risques inscrit par l'entreprise",
    help: "Vous écrivez pourquoi, après l'évaluation des risques et l'avis du médecin du travail (article R4624-23).",
  },
}

export function riskWords(risk: Risk): RiskWords {
  return WORDS[risk]
}

/** The boxes of the form. */
export function riskChoices() {
  return RISKS.map((value) => ({ value, label: WORDS[value].label, reason: WORDS[value].help }))
}
