import type { DateTime } from 'luxon'
import { dayLeaf, formatInstantShort, formatTime, parisDay } from '#shared/dates'

export const LONG_NAME = 'Marie-Anne-Gwenaëlle de La Villemarqué-Kerguelen-Trémarec'
export const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
/** What somebody writes to see whether it is shown as it was typed. */
export const HOSTILE = `<script>alert("1")</script> & 'guillemets' {{ 1 + 1 }} ${LONG_WORD}`
export const LONG_TEXT =
  "Le salarié est absent pour un chantier à l'étranger dont la date de fin n'est pas connue\u00a0; son responsable demande que la visite soit reportée à une semaine où l'équipe du matin et celle du soir sont toutes les deux à l'atelier."

const errors = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    field: `exemple-${index + 1}`,
    message: index === 1 ? `La date 31/11/2026 n'existe pas\u00a0: novembre a 30\u00a0jours` : `Le point n°\u00a0${index + 1} est à corriger`,
  }))

/** The line of a visit, seen now: its limit is still to come, or past. */
function line(now: DateTime, hours: number) {
  const visit = now.plus({ hours })
  const moments = [
    { step: 'called', label: 'Convoquée', at: now.minus({ days: 15 }) },
    { step: 'reminder', label: 'Rappel', at: now.minus({ days: 1 }) },
    { step: 'now', label: 'Maintenant', at: now },
    { step: 'limit', label: "Limite d'annulation", at: visit.minus({ hours: 48 }) },
    { step: 'visit', label: 'Visite', at: visit },
  ]
  return moments
    .sort((a, b) => a.at.toMillis() - b.at.toMillis())
    .map(({ step, label, at }) => ({
      step,
      label,
      done: at < now,
      iso: at.toISO(),
      text: formatInstantShort(at),
      note: step === 'limit' && at > now ? 'Ensuite, remplacement seulement' : undefined,
    }))
}

const visit = (now: DateTime, hours: number) => {
  const at = now.plus({ hours })
  const limit = at.minus({ hours: 48 })
  return { from: now.minus({ days: 15 }), at, limit, limitText: formatInstantShort(limit), steps: line(now, hours) }
}

const leaf = (at: DateTime) => ({ ...dayLeaf(parisDay(at)), iso: at.toISO(), time: formatTime(at) })

const ROWS = [
  { name: 'Élodie Marchevaux', job: 'Dessinatrice en structure', state: 'late', said: 'En retard de 12 jours' },
  { name: LONG_NAME, job: "Responsable de la coordination des interventions d'urgence", state: 'soon', said: 'Dans 4 jours' },
  { name: LONG_WORD, job: '', state: 'fine', said: 'Dans 12 mois' },
  { name: HOSTILE, job: 'Grutier', state: 'none', said: 'Dans 81 jours' },
]

/** What the page of components shows each of them with. */
export const samplesAt = (now: DateTime) => ({
  longName: LONG_NAME,
  longWord: LONG_WORD,
  hostile: HOSTILE,
  longText: LONG_TEXT,
  oneError: errors(1),
  manyErrors: errors(14),
  rows: ROWS,
  soonVisit: visit(now, 26),
  farVisit: visit(now, 24 * 6),
  leaf: leaf(now.plus({ days: 6 })),
  firstOfMonth: leaf(now.plus({ months: 1 }).startOf('month').plus({ hours: 8 })),
})
