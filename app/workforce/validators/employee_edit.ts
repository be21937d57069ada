import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import type { FieldError } from '#core/http/form'
import { formatDay, type Day } from '#shared/dates'
import type { EmployeeChanges } from '#workforce/actions/change_employee'
import { CONTRACT_NATURES, type ContractNature } from '#workforce/rules/contracts'
import type { HireRefusal } from '#workforce/rules/hire_days'
import { LANGUAGES, NEEDS, type Need } from '#workforce/rules/needs'
import { isNir } from '#workforce/rules/nir'
import { dayField, emailField, nameField, phoneField, severalField } from '#workforce/validators/fields'
import { hireError } from '#workforce/validators/hire_messages'

const nir = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string' || isNir(value)) return
  field.report("Ce numéro de sécurité sociale n'est pas valide\u00a0: vérifiez les 13\u00a0caractères et la clé", 'nir', field)
})

const language = vine.createRule<undefined>(
  (value, _options, field) => {
    const needs = [field.data.besoins ?? []].flat()
    if (needs.includes('interpreter') && !value) field.report("Choisissez la langue de l'interprète", 'language', field)
  },
  { implicit: true }
)

export function employeeEditValidator({ siteIds, siteRequired }: { siteIds: string[]; siteRequired: boolean }) {
  const site = vine.enum(siteIds)
  const validator = vine.create({
    nom: nameField(),
    prenom: nameField(),
    naissance: dayField({ missing: 'Indiquez la date de naissance', notAfterToday: 'La date de naissance est dans le futur' }),
    email: emailField(),
    telephone: phoneField(),
    site: siteRequired ? site : site.optional(),
    matricule: vine.string().trim().maxLength(30).optional(),
    entree: dayField({ missing: "Indiquez la date d'entrée" }),
    contrat: vine.enum(CONTRACT_NATURES),
    fin_contrat: dayField(),
    besoins: severalField(NEEDS, 'Choisissez parmi les besoins proposés'),
    langue: vine.enum(Object.keys(LANGUAGES)).optional().use(language()),
    nir: vine.string().maxLength(30).use(nir()).optional(),
  })
  validator.messagesProvider = sentences({
    'nom.required': 'Indiquez le nom',
    'prenom.required': 'Indiquez le prénom',
    'email.email': "Cette adresse e-mail n'est pas complète\u00a0: elle s'écrit par exemple prenom.nom@entreprise.fr",
    'site.required': 'Choisissez le site',
    'site.enum': 'Choisissez un des sites proposés',
    'contrat.required': 'Choisissez la nature du contrat',
    'contrat.enum': 'Choisissez une des natures de contrat proposées',
    'langue.enum': 'Choisissez une des langues proposées',
  })
  return validator
}

type Typed = Record<string, any> & { nom: string; prenom: string; contrat: ContractNature }

export function changesOf(typed: Typed): EmployeeChanges {
  const needs = (typed.besoins ?? []) as Need[]
  return {
    familyName: typed.nom,
    firstName: typed.prenom,
    birthDate: typed.naissance as Day,
    email: typed.email ?? null,
    phone: typed.telephone ?? null,
    siteId: typed.site ?? null,
    payrollId: typed.matricule ?? null,
    hiredOn: typed.entree as Day,
    contractNature: typed.contrat,
    contractEndOn: typed.fin_contrat ?? null,
    needs,
    interpreterLanguage: needs.includes('interpreter') ? (typed.langue ?? null) : null,
  }
}

export function editError(refusal: HireRefusal | { type: 'hired_after_departure'; leftOn: Day }): FieldError {
  if (refusal.type !== 'hired_after_departure') return hireError(refusal)
  return { field: 'entree', message: `La date d'entrée est après la sortie, le ${formatDay(refusal.leftOn, { weekday: false })}` }
}
