import { counted, groupedIdentifier } from '#shared/wording'

/** Why a file cannot be read at all. `line` is where, when there is a where. */
export type FileRefusal =
  | { type: 'no_file' }
  | { type: 'empty' }
  | { type: 'too_large'; maxBytes: number }
  | { type: 'wrong_kind' }
  | { type: 'not_what_it_says'; extension: string }
  | { type: 'old_or_locked' }
  | { type: 'truncated'; format: 'xlsx' | 'dsn' }
  | { type: 'bomb' }
  | { type: 'damaged'; line?: number }
  | { type: 'no_sheet' }
  | { type: 'no_separator' }
  | { type: 'header_only' }
  | { type: 'line_too_long'; line: number }
  | { type: 'quote_not_closed'; line: number }
  | { type: 'too_many_lines'; max: number }
  | { type: 'nobody' }
  | { type: 'nobody_of_yours'; foreign: readonly { siret: string; people: number }[] }

/** The status of the answer: too large, not a kind of file that is read, or read and refused. */
export function refusalStatus({ type }: FileRefusal): 413 | 415 | 422 {
  if (type === 'too_large') return 413
  return ['wrong_kind', 'not_what_it_says', 'old_or_locked'].includes(type) ? 415 : 422
}

/** The sentence that says what is wrong with the file and what to do. */
export function refusalSentence(refusal: FileRefusal): string {
  switch (refusal.type) {
    case 'no_file':
      return 'Choisissez un fichier'
    case 'empty':
      return 'Ce fichier est vide'
    case 'too_large':
      return `Ce fichier est trop lourd\u00a0: ${Math.round(refusal.maxBytes / 1_000_000)}\u00a0Mo au plus. Coupez-le en plusieurs fichiers`
    case 'wrong_kind':
      return 'Ce type de fichier ne se lit pas\u00a0: envoyez un fichier CSV, XLSX ou DSN'
    case 'not_what_it_says':
      return `Le contenu de ce fichier n'est pas celui d'un fichier ${refusal.extension}\u00a0: exportez-le de nouveau depuis votre logiciel`
    case 'old_or_locked':
      return 'Ce classeur est protégé par un mot de passe ou dans un ancien format\u00a0: enregistrez-le au format XLSX, sans mot de passe'
    case 'truncated':
      return refusal.format === 'dsn'
        ? 'Cette DSN est incomplète\u00a0: sa fin (bloc S90) manque. Exportez-la de nouveau'
        : 'Ce classeur est incomplet ou abîmé\u00a0: enregistrez-le de nouveau'
    case 'bomb':
      return "Ce classeur contient beaucoup trop de données une fois ouvert\u00a0: gardez une feuille, avec une ligne par salarié"
    case 'damaged':
      return refusal.line ? `La ligne\u00a0${refusal.line} ne se lit pas\u00a0: exportez le fichier de nouveau` : 'Ce fichier est abîmé\u00a0: exportez-le de nouveau'
    case 'no_sheet':
      return 'Ce classeur ne contient aucune feuille visible'
    case 'no_separator':
      return 'Les colonnes ne se distinguent pas\u00a0: séparez-les par des points-virgules, des virgules ou des tabulations'
    case 'header_only':
      return 'Ce fichier ne contient que les noms des colonnes\u00a0: ajoutez une ligne par salarié'
    case 'line_too_long':
      return `La ligne\u00a0${refusal.line} est beaucoup trop longue pour celle d'un salarié`
    case 'quote_not_closed':
      return `Un guillemet ouvert à la ligne\u00a0${refusal.line} n'est jamais refermé`
    case 'too_many_lines':
      return `Ce fichier compte trop de lignes\u00a0: ${counted(refusal.max, 'ligne')} au plus. Coupez-le en plusieurs fichiers`
    case 'nobody':
      return 'Ce fichier ne contient aucun salarié'
    case 'nobody_of_yours':
      return `Rien de ce fichier ne concerne vos comptes. ${refusal.foreign.map(({ siret }) => foreignSentence(siret)).join('. ')}`
  }
}

/** A firm that the file names and that the user does not hold. */
export function foreignSentence(siret: string): string {
  return /^\d{14}$/.test(siret) ? `SIRET\u00a0${groupedIdentifier(siret)}\u00a0: ce compte n'est pas le vôtre` : `SIRET «\u00a0${siret.slice(0, 20)}\u00a0»\u00a0: ce numéro ne se lit pas`
}
