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

/** What a preset allows, domain by domain (DOMAIN 6). */
export function rightsOf(preset: Preset): Rights {
  return RIGHTS[preset]
}

export function presetLabel(preset: Preset): string {
  return LABELS[preset]
}

/** Whether these rights reach the level in the domain: to write is to read too. */
export function allows(rights: Rights, domain: Domain, level: Level): boolean {
  return LEVELS.indexOf(rights[domain]) >= LEVELS.indexOf(level)
}

function all(level: Level): Rights {
  return Object.fromEntries(DOMAINS.map((domain) => [domain, level])) as Record<Domain, Level>
}
