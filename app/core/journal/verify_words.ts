import { DateTime } from 'luxon'
import type { Fault } from '#core/journal/chain'
import type { MonthReport } from '#core/journal/verify'
import { formatDay, parisDay } from '#shared/dates'
import { capitalised, counted } from '#shared/wording'

const MOST_NAMED = 50

/** What `node ace journal:verify` prints of a month: one line, then one for each fault. */
export function sayMonth({ month, droppedAt, sealed, unsealed, lastSeal, faults }: MonthReport): string[] {
  const name = capitalised(DateTime.fromISO(month, { locale: 'fr' }).toFormat('LLLL yyyy'))
  const end = sealed > 0 ? ` Dernier sceau\u00a0: ${lastSeal}.` : ''
  if (droppedAt) return [`${name}\u00a0: supprimé le ${formatDay(parisDay(DateTime.fromJSDate(droppedAt)), { weekday: false })}, au bout de douze mois.${end}`]
  const waiting = unsealed > 0 ? ` ${lines(unsealed)} pas encore scellée${unsealed > 1 ? 's' : ''}.` : ''
  if (faults.length === 0) return [`${name}\u00a0: ${lines(sealed)}, la chaîne est juste.${waiting}${end}`]
  const named = faults.slice(0, MOST_NAMED).map((fault) => `  ${sayFault(fault)}`)
  const others = faults.length > MOST_NAMED ? [`  et ${counted(faults.length - MOST_NAMED, 'autre')}`] : []
  return [`${name}\u00a0: ${lines(sealed)}, la chaîne est rompue.${waiting}`, ...named, ...others]
}

export function sayVerdict(sealed: number, faults: number): string {
  if (faults === 0) return `Le journal est intact\u00a0: ${lines(sealed)}, ${sealed > 1 ? 'toutes justes' : 'juste'}.`
  return `Le journal a été altéré\u00a0: ${counted(faults, 'anomalie')}.`
}

function sayFault(fault: Fault): string {
  switch (fault.type) {
    case 'changed':
      return `la ligne ${fault.entryId} a été changée`
    case 'removed':
      return `la ligne ${fault.entryId} a été retirée`
    case 'inserted':
      return `la ligne ${fault.entryId} a été ajoutée après coup`
    case 'ranks_removed':
      return fault.from === fault.to
        ? `la ligne de rang ${fault.from} a été retirée avec son sceau`
        : `les lignes de rang ${fault.from} à ${fault.to} ont été retirées avec leurs sceaux`
    case 'end_changed':
      return 'la fin de la chaîne a été changée'
  }
}

const lines = (count: number) => counted(count, 'ligne')
