import { formatDay } from '#shared/french_dates'
import { columnLabel } from '#imports/rules/fields'
import type { Anomaly, Problem } from '#imports/rules/anomalies'
import { workforceSentence } from '#imports/rules/refusal_words'
import { capitalised } from '#shared/wording'

/** What is odd in a line, by its column, and what becomes of the line. */
export function anomalySentence({ column, problem, written }: Anomaly): string {
  const where = column ? `${column}\u00a0: ` : ''
  const what = written ? ` («\u00a0${written}\u00a0»)` : ''
  const sentence = problemSentence(problem)
  return where ? `${where}${sentence}${what}` : capitalised(sentence)
}

/** What becomes of the line. */
export function anomalyConsequence({ problem }: Anomaly, acceptable: boolean): string {
  if (!acceptable) return "La ligne n'est pas importée."
  if (problem.type === 'convoked_visit') return "Cochée, la ligne est importée et le rendez-vous gardé\u00a0: déplacez-le ou annulez-le depuis sa page."
  if (problem.type === 'not_an_employment') return 'À cocher seulement si OSTRA suit cette personne.'
  return 'Cochée, la ligne est importée sans cette valeur.'
}

function problemSentence(problem: Problem): string {
  switch (problem.type) {
    case 'date':
      return uncapitalisedDate(problem.sentence)
    case 'too_long':
      return `ce texte dépasse ${problem.max}\u00a0caractères`
    case 'unreadable_name':
      return 'un nom se compose de lettres, de traits d\'union et d\'apostrophes'
    case 'control_characters':
      return 'ce texte contient un caractère illisible'
    case 'lost_letter':
      return "l'encodage de ce texte est mauvais, une lettre ne se lit pas"
    case 'email':
      return "cette adresse e-mail n'est pas complète"
    case 'phone':
      return "ce numéro de téléphone n'existe pas"
    case 'national_id_key':
      return 'la clé de ce numéro ne correspond pas, il contient une erreur'
    case 'national_id':
      return 'ce numéro compte 13\u00a0caractères et une clé de 2\u00a0chiffres'
    case 'unknown_word':
      return `ce mot n'est pas connu, écrivez par exemple ${problem.known}`
    case 'unknown_code':
      return "ce code n'existe pas"
    case 'not_an_employment':
      return "ce contrat n'est pas un contrat de travail (mandat, stage, volontariat)"
    case 'before':
      return `cette date est avant «\u00a0${problem.other}\u00a0»`
    case 'half_stoppage':
      return "l'origine, le début et la fin de l'arrêt vont ensemble"
    case 'unknown_site':
      return "ce site n'existe pas dans votre compte"
    case 'needs_identity':
      return 'sans cette valeur, la personne ne se reconnaît pas'
    case 'needs_for_entry':
      return `cette personne n'est pas dans votre effectif, et une entrée demande «\u00a0${columnLabel('jobTitle')}\u00a0» et «\u00a0${columnLabel('hiredOn')}\u00a0»`
    case 'gone_and_unknown':
      return "cette personne est déjà sortie et n'a jamais été dans votre effectif"
    case 'several_people':
      return 'plusieurs salariés ont ce nom et cette date de naissance\u00a0: corrigez leurs fiches'
    case 'no_value':
      return 'cette formule n\'a pas de résultat enregistré'
    case 'convoked_visit':
      return `un rendez-vous est convoqué le ${formatDay(problem.day)}`
    case 'stoppage_refused':
    case 'departure_refused':
    case 'post_refused':
    case 'hire_refused':
      return workforceSentence(problem.refusal)
  }
}

// The sentences of dates begin one: "La date 31/02/2026 n'existe pas".
const uncapitalisedDate = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1)
