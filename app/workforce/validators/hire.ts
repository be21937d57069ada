import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import type { Day } from '#shared/days'
import { CONTRACT_NATURES, type ContractNature } from '#workforce/rules/contracts'
import { dayField, emailField, nameField, phoneField } from '#workforce/validators/fields'
import { POST_FIELDS, POST_SENTENCES } from '#workforce/validators/post_fields'

/** The people that one form may enter: above it, an import. */
export const ROWS_AT_MOST = 20

/** The fields of one person, each followed by the rank of its row. */
export const ROW_FIELDS = ['nom', 'prenom', 'naissance', 'email', 'telephone', 'matricule'] as const

const ROW_SENTENCES = {
  'nom.required': 'Indiquez le nom',
  'prenom.required': 'Indiquez le prénom',
  'email.email': "Cette adresse e-mail n'est pas complète\u00a0: elle s'écrit par exemple prenom.nom@entreprise.fr",
}

/** The row of a person: its rank in the form and what was typed, checked. */
export type HireRow = {
  nom: string
  prenom: string
  naissance: Day
  email?: string | null
  telephone?: string | null
  matricule?: string | null
  deja?: string | null
}

/** What all the people of a form share. */
export type HireTerms = { site?: string | null; entree: Day; contrat: ContractNature; fin_contrat?: Day | null }

/** The validator of a form whose people are on these rows. `today` goes in the metadata. */
export function hireValidator(rows: readonly number[], { siteIds, siteRequired }: { siteIds: string[]; siteRequired: boolean }) {
  const site = vine.enum(siteIds)
  const validator = vine.create({
    ...Object.assign({}, ...rows.map(fieldsOfRow)),
    entree: dayField({ missing: "Indiquez la date d'entrée" }),
    contrat: vine.enum(CONTRACT_NATURES),
    fin_contrat: dayField(),
    site: siteRequired ? site : site.optional(),
    ...POST_FIELDS,
  })
  validator.messagesProvider = sentences({
    ...Object.assign({}, ...rows.map((row) => sentencesOfRow(row, rows.length > 1))),
    'contrat.required': 'Choisissez la nature du contrat',
    'contrat.enum': 'Choisissez une des natures de contrat proposées',
    'site.required': 'Choisissez le site',
    'site.enum': 'Choisissez un des sites proposés',
    ...POST_SENTENCES,
  })
  return validator
}

function fieldsOfRow(row: number) {
  return {
    [`nom_${row}`]: nameField(),
    [`prenom_${row}`]: nameField(),
    [`naissance_${row}`]: dayField({
      missing: 'Indiquez la date de naissance',
      notAfterToday: 'La date de naissance est dans le futur',
    }),
    [`email_${row}`]: emailField(),
    [`telephone_${row}`]: phoneField(),
    [`matricule_${row}`]: vine.string().trim().maxLength(30).optional(),
    [`deja_${row}`]: vine.string().maxLength(60).optional(),
  }
}

// In a grid each sentence says whose it is.
function sentencesOfRow(row: number, inGrid: boolean) {
  return Object.fromEntries(
    Object.entries(ROW_SENTENCES).map(([key, sentence]) => {
      const [name, rule] = key.split('.')
      return [`${name}_${row}.${rule}`, inGrid ? `Salarié ${row}\u00a0: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}` : sentence]
    })
  )
}

/** What was typed of one person. */
export function rowOf(values: Record<string, any>, row: number): HireRow {
  return Object.fromEntries([...ROW_FIELDS, 'deja'].map((name) => [name, values[`${name}_${row}`] ?? null])) as HireRow
}
