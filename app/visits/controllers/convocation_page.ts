import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import type { ConvocationPage } from '#visits/queries/find_convocation'
import { CANCELLATION_HOURS } from '#visits/rules/cancellation_window'
import { visitLine } from '#visits/rules/visit_line'
import { visitStateWord } from '#visits/rules/state_words'
import { keepsItsSlot } from '#visits/rules/visit_states'

/** What every page of a convocation knows of it: the visit, its line, and whether it can still be given back. */
export function convocationState(visit: ConvocationPage, instant: DateTime) {
  return {
    visit,
    now: instant,
    line: visitLine(visit, instant),
    closed: instant >= visit.limit,
    started: instant >= visit.startsAt,
    printable: keepsItsSlot(visit.state),
    word: visitStateWord(visit.state),
    hours: CANCELLATION_HOURS,
  }
}

/** A rule refuses because of where the visit stands: says where that is, and leads back to it. */
export function showConflict({ response, view }: HttpContext, visit: ConvocationPage, instant: DateTime) {
  response.status(409)
  return view.render('visits/convocations/conflict', convocationState(visit, instant))
}

/** Whether anything can still be done with the visit. */
export function isOver({ state, startsAt }: ConvocationPage, instant: DateTime): boolean {
  return state !== 'convoked' || instant >= startsAt
}
