import type { Reason } from '#follow_up/rules/answer'
import type { Case } from '#follow_up/rules/case'
import type { Origin } from '#follow_up/rules/codes'
import { rowOn } from '#follow_up/rules/law/row'
import { RETURN_THRESHOLDS, type ReturnThreshold } from '#follow_up/rules/law/stoppages'
import { runOf, type Chain } from '#follow_up/rules/stoppage_chains'
import { said } from '#follow_up/rules/words'

/** `rows`: those that make the return visit due, whatever is open. `open`: what a human must look at. */
export type Thresholds = { rows: ReturnThreshold[]; open: Reason[] }

/** Holds the length of a stoppage, in calendar days, against the threshold of its origin (R4624-31). */
export function returnThresholds(c: Case, chain: Chain): Thresholds {
  const rows = chain.origins.flatMap((origin) => thresholdOf(chain, origin))
  if (chain.origins.length > 1) return mixed(c, chain, rows)

  const [row] = rows
  if (!row) return { rows: [], open: [] }
  const isOpen = row.openFrom !== undefined && chain.days >= row.openFrom && chain.days < row.days
  if (isOpen) c.use(row)
  return {
    rows: chain.days >= row.days ? [row] : [],
    open: isOpen ? [said(`Accident de trajet de ${row.openFrom} à ${row.days - 1} jours : la loi ne dit pas si la visite de reprise est due`)] : [],
  }
}

// The visit is due where one origin alone makes it so, or where the whole is longer than each threshold wants.
function mixed({ use }: Case, chain: Chain, rows: ReturnThreshold[]): Thresholds {
  const alone = rows.filter(({ origin, days }) => runOf(chain, origin) >= days)
  const together = rows.length === chain.origins.length && rows.every(({ days }) => chain.days >= days) ? rows : []
  rows.filter(({ openFrom }) => openFrom !== undefined).forEach(use)
  return {
    rows: alone.length > 0 ? alone : together,
    open: [said("Arrêts d'origines différentes qui se suivent : l'origine décide de la visite de reprise, à examiner")],
  }
}

function thresholdOf(chain: Chain, origin: Origin): ReturnThreshold[] {
  const rows = RETURN_THRESHOLDS.filter((row) => row.origin === origin)
  return rows.length > 0 ? [rowOn(rows, chain.firstDay)] : []
}
