export const DOMAINS = [
  'company',
  'workforce',
  'visits',
  'documents',
  'billing',
  'statistics',
  'access',
] as const

export const LEVELS = ['none', 'read', 'write'] as const

export const PRESETS = ['administrateur', 'rh', 'convocations', 'facturation', 'lecture'] as const

export type Domain = (typeof DOMAINS)[number]
export type Level = (typeof LEVELS)[number]
export type Preset = (typeof PRESETS)[number]
export type Rights = Readonly<Record<Domain, Level>>

const NOTHING: Rights = all('none')

const RIGHTS: Record<Preset, Rights> = {
  administrateur: all('write'),
  rh: { ...NOTHING, workforce: 'write', visits: 'write', documents: 'write' },
  convocations: { ...NOTHING, visits: 'write', workforce: 'read' },
  facturation: { ...NOTHING, billing: 'write', company: 'read' },
  // Who else may enter is the administrators' business.
  lecture: { ...all('read'), access: 'none' },
}

const LABELS: Record<Preset, string> = {
  administrateur: 'Administrateur',
  rh: 'Ressources humaines',
  convocations: 'Convocations',
  facturation: 'Facturation',
  lecture: 'Lecture',
}

const SUMMARIES: Record<Preset, string> = {
  administrateur: 'Tout, et la gestion des accès',
  rh: 'Salariés, demandes, convocations et documents',
  convocations: 'Demandes et convocations, et la liste des salariés en lecture',
  facturation: "Factures, et la fiche de l'entreprise en lecture",
  lecture: 'Tout en lecture, sauf les accès',
}

const CUSTOM_SUMMARY = 'Vous choisissez domaine par domaine, dans le tableau'

/** Rights that are no preset's. */
export const CUSTOM_LABEL = 'Sur mesure'

const DOMAIN_LABELS: Record<Domain, string> = {
  company: 'Entreprise',
  workforce: 'Salariés',
  visits: 'Demandes et convocations',
  documents: 'Documents',
  billing: 'Factures',
  statistics: 'Statistiques',
  access: 'Accès',
}

const LEVEL_LABELS: Record<Level, string> = { none: 'Aucun', read: 'Lire', write: 'Lire et modifier' }

/** What a preset allows, domain by domain (DOMAIN 6). */
export function rightsOf(preset: Preset): Rights {
  return RIGHTS[preset]
}

/** The name of a preset; none is rights chosen one by one. */
export function presetLabel(preset: Preset | null): string {
  return preset === null ? CUSTOM_LABEL : LABELS[preset]
}

/** What a preset opens, in a few words. */
export function presetSummary(preset: Preset | null): string {
  return preset === null ? CUSTOM_SUMMARY : SUMMARIES[preset]
}

/** The preset that allows just this; null when none does. */
export function presetOf(rights: Rights): Preset | null {
  return PRESETS.find((preset) => DOMAINS.every((domain) => RIGHTS[preset][domain] === rights[domain])) ?? null
}

export const domainLabel = (domain: Domain) => DOMAIN_LABELS[domain]
export const levelLabel = (level: Level) => LEVEL_LABELS[level]

/** Whether these rights are an administrator's: who changes accesses may give themselves anything, so they have everything. */
export function administers(rights: Rights): boolean {
  return rights.access === 'write'
}

/** Rights whose holder could give themselves more: to change accesses without all the rest. */
export function areContradictory(rights: Rights): boolean {
  return administers(rights) && presetOf(rights) !== 'administrateur'
}

/** Whether these rights reach the level in the domain: to write is to read too. */
export function allows(rights: Rights, domain: Domain, level: Level): boolean {
  return LEVELS.indexOf(rights[domain]) >= LEVELS.indexOf(level)
}

function all(level: Level): Rights {
  return Object.fromEntries(DOMAINS.map((domain) => [domain, level])) as Record<Domain, Level>
}
