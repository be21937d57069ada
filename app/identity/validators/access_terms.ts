import vine from '@vinejs/vine'
import { personName } from '#core/http/one_line'
import { sentences } from '#core/http/messages'
import { DOMAINS, PRESETS, presetOf, rightsOf, type Domain, type Level, type Preset, type Rights } from '#identity/rules/rights'
import { readIdentifier } from '#identity/rules/identifier'
import type { AccessTerms } from '#identity/rules/access_terms'
import { dateInputMessage, parseFrenchDate, type Day } from '#shared/dates'

/** What a domain and a level are called in the form. */
export const DOMAIN_FIELDS: Record<Domain, string> = {
  company: 'droits_entreprise',
  workforce: 'droits_salaries',
  visits: 'droits_visites',
  documents: 'droits_documents',
  billing: 'droits_factures',
  statistics: 'droits_statistiques',
  access: 'droits_acces',
}
export const LEVEL_VALUES: Record<Level, string> = { none: 'aucun', read: 'lire', write: 'modifier' }
export const CUSTOM = 'sur_mesure'

const LEVEL_OF = new Map(Object.entries(LEVEL_VALUES).map(([level, value]) => [value, level as Level]))
const level = () => vine.enum(Object.values(LEVEL_VALUES)).optional()

/** An address that one can sign in with. */
const address = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value === 'string' && !readIdentifier(value).ok) field.report("Cette adresse e-mail n'est pas complète\u00a0: elle s'écrit par exemple prenom.nom@entreprise.fr", 'address', field)
})

const lastDay = vine.createRule<undefined>((value, _options, field) => {
  const parsed = parseFrenchDate(String(value))
  if (parsed.ok) field.mutate(parsed.value, field)
  else field.report(dateInputMessage(parsed.error), 'day', field)
})

const TERMS = {
  modele: vine.enum([...PRESETS, CUSTOM]),
  etendue: vine.enum(['tous', 'certains']).optional(),
  fin: vine.string().optional().use(lastDay()),
  droits_entreprise: level(),
  droits_salaries: level(),
  droits_visites: level(),
  droits_documents: level(),
  droits_factures: level(),
  droits_statistiques: level(),
  droits_acces: level(),
}

const TERMS_SENTENCES = {
  'modele.required': 'Choisissez des droits',
  'modele.enum': 'Choisissez un des droits proposés',
  'enum': 'Choisissez une des propositions',
}

export const accessTermsValidator = vine.create(TERMS)
accessTermsValidator.messagesProvider = sentences(TERMS_SENTENCES)

export const invitationValidator = vine.create({
  nom: vine.string().trim().maxLength(120).use(personName()),
  email: vine.string().trim().toLowerCase().email().maxLength(254).use(address()),
  ...TERMS,
})
invitationValidator.messagesProvider = sentences({
  ...TERMS_SENTENCES,
  'nom.required': 'Indiquez le nom de la personne',
  'email.required': 'Indiquez son adresse e-mail',
  'email.email': "Cette adresse e-mail n'est pas complète\u00a0: écrivez-la comme nom@entreprise.fr",
})

type Typed = { modele: string; etendue?: string; fin?: string } & Record<string, unknown>

/** The terms that a form says. A preset fills the table, whatever the table said; only "sur mesure" reads it. */
export function termsOf(typed: Typed, siteIds: string[]): AccessTerms {
  return {
    rights: typed.modele === CUSTOM ? rightsIn(typed) : rightsOf(typed.modele as Preset),
    // Sites named without a word on the extent are a limit: less is given rather than more.
    siteIds: typed.etendue === 'certains' || (!typed.etendue && siteIds.length > 0) ? siteIds : null,
    endsOn: (typed.fin as Day | undefined) ?? null,
  }
}

/** What the form shows of rights: their preset, and each line of the table. */
export function fieldsOf(rights: Rights): Record<string, string> {
  const lines = DOMAINS.map((domain) => [DOMAIN_FIELDS[domain], LEVEL_VALUES[rights[domain]]])
  return { modele: presetOf(rights) ?? CUSTOM, ...Object.fromEntries(lines) }
}

function rightsIn(typed: Record<string, unknown>): Rights {
  const levels = DOMAINS.map((domain) => [domain, LEVEL_OF.get(String(typed[DOMAIN_FIELDS[domain]])) ?? 'none'])
  return Object.fromEntries(levels) as Rights
}
