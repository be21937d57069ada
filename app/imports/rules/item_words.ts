import { formatDay } from '#shared/french_dates'
import { contractLabel, departureLabel, type ContractNature, type DepartureReason } from '#workforce/rules/contracts'
import { originLabel, type StoppageOrigin } from '#workforce/rules/stoppage_origins'
import { anomalyConsequence, anomalySentence } from '#imports/rules/anomaly_words'
import { COLUMNS } from '#imports/rules/fields'
import type { Act, ChangedField, Details, FieldChange, Section } from '#imports/rules/item'

const DAYS: ChangedField[] = ['birthDate', 'hiredOn', 'contractEndOn', 'leftOn', 'jobFrom', 'stoppageFrom', 'stoppageTo', 'stoppageReturn']

/** The sections of the preview. `code` is their name in an address. */
export const SECTION_WORDS: Record<Section, { code: string; title: string; one: string; many: string }> = {
  entry: { code: 'entrees', title: 'Entrées', one: 'entrée', many: 'entrées' },
  departure: { code: 'sorties', title: 'Sorties', one: 'sortie', many: 'sorties' },
  change: { code: 'changements', title: 'Changements', one: 'changement', many: 'changements' },
  anomaly: { code: 'anomalies', title: 'Anomalies', one: 'anomalie', many: 'anomalies' },
  duplicate: { code: 'doublons', title: 'Doublons', one: 'doublon', many: 'doublons' },
}

const ACTS: Record<Act, string> = {
  hire: 'Entrée',
  rehire: "Retour dans l'effectif",
  depart: 'Sortie',
  change_identity: 'Coordonnées',
  change_contract: 'Contrat',
  change_post: 'Poste',
  record_stoppage: 'Arrêt de travail',
  correct_stoppage: 'Arrêt de travail corrigé',
}

export type ShownItem = { title: string; lines: string[] }

/** What a line of the preview says; `acceptable` when one may accept it. */
export function shownItem(details: Details, acceptable = true): ShownItem {
  switch (details.type) {
    case 'act':
      return { title: ACTS[details.act], lines: details.changes.map(changeSentence) }
    case 'anomaly':
      return { title: anomalySentence(details), lines: [anomalyConsequence(details, acceptable)] }
    case 'same_line':
      return { title: `Même personne que la ligne\u00a0${details.line}`, lines: ['Cochée, ce que cette ligne ajoute est appliqué après la première.'] }
    case 'alike':
      return {
        title: `Ressemble à ${details.name}, ${details.jobTitle}, naissance le ${plain(details.birthDate)}${details.leftOn ? `, sortie le ${plain(details.leftOn)}` : ''}`,
        lines: ["À cocher si c'est une autre personne\u00a0: elle entre dans l'effectif."],
      }
  }
}

function changeSentence({ field, before, after }: FieldChange): string {
  const label = COLUMNS[field].label
  if (before === null) return `${label}\u00a0: ${shown(field, after)}`
  return `${label}\u00a0: ${shown(field, before)} → ${shown(field, after)}`
}

function shown(field: ChangedField, value: string | null): string {
  if (value === null) return 'aucun'
  if (DAYS.includes(field)) return plain(value)
  if (field === 'contractNature') return contractLabel(value as ContractNature)
  if (field === 'departureReason') return departureLabel(value as DepartureReason)
  return field === 'stoppageOrigin' ? originLabel(value as StoppageOrigin) : value
}

const plain = (day: string) => formatDay(day, { weekday: false })
