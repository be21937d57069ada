import { formatDay } from '#shared/french_dates'
import { isDay } from '#shared/days'
import { contractLabel, departureLabel } from '#workforce/rules/contracts'
import { needLabel } from '#workforce/rules/needs'
import { riskWords } from '#workforce/rules/risks'
import { originLabel } from '#workforce/rules/stoppage_origins'

type Values = Record<string, unknown>
export type ChangeValues = { subject: 'employee' | 'post' | 'stoppage'; before: Values | null; after: Values | null }

const FIELDS: Record<string, string> = {
  familyName: 'nom',
  firstName: 'prénom',
  birthDate: 'date de naissance',
  email: 'e-mail',
  phone: 'téléphone',
  siteId: 'site',
  payrollId: 'matricule',
  hiredOn: 'entrée',
  leftOn: 'sortie',
  departureReason: 'motif de sortie',
  contractNature: 'contrat',
  contractEndOn: 'fin prévue du contrat',
  needs: 'besoins pour la visite',
  interpreterLanguage: "langue de l'interprète",
  jobTitle: 'intitulé',
  pcsCode: 'code PCS-ESE',
  risks: 'expositions',
  night: 'travail de nuit',
  listedReason: "motif d'inscription",
  origin: 'origine',
  firstDay: 'premier jour',
  lastDay: 'dernier jour',
  prescribedOn: 'prescription',
  returnOn: 'reprise',
  returnVisitAsked: 'visite de reprise demandée',
  fromOn: 'début',
}

const SUBJECTS = { employee: 'Fiche', post: 'Poste', stoppage: 'Arrêt de travail' }

/** A change in words: of what, and each field from what to what. A site has no name here: that it changed is enough. */
export function changeWords({ subject, before, after }: ChangeValues): string {
  if (after === null) return `${SUBJECTS[subject]} retiré${subject === 'employee' ? 'e' : ''}`
  const fields = Object.keys(after).filter((name) => FIELDS[name] && (before !== null || isSaid(after[name])))
  const changes = fields.map((name) => {
    if (name === 'siteId') return 'site changé'
    const now = valueWords(name, after[name])
    return before === null ? `${FIELDS[name]}\u00a0: ${now}` : `${FIELDS[name]}\u00a0: ${valueWords(name, before[name])} → ${now}`
  })
  return `${SUBJECTS[subject]}${before === null ? ' ajouté' : ''}, ${changes.join(', ')}`
}

const isSaid = (value: unknown) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0)

const CODES: Record<string, (code: never) => string> = {
  departureReason: departureLabel,
  contractNature: contractLabel,
  origin: originLabel,
  needs: needLabel,
  risks: (risk) => riskWords(risk).label,
}

function valueWords(name: string, value: unknown): string {
  if (!isSaid(value)) return value === false ? 'non' : 'aucun'
  if (value === true) return 'oui'
  if (Array.isArray(value)) return value.map((one) => valueWords(name, one)).join(' + ')
  const text = String(value)
  if (CODES[name]) return CODES[name](text as never)
  return isDay(text) ? formatDay(text, { weekday: false }) : text
}
