import type { HttpContext } from '@adonisjs/core/http'
import type { CalendarChange } from '#calendar'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import type { FieldError } from '#core/http/form'
import { makeChange, previewChange, type Author, type Decisions } from '#back_office/actions/plan_calendar_change'
import { settleChange } from '#back_office/actions/settle_change'
import { seenOf, type TouchedVisit } from '#back_office/queries/touched_visits'

export type Submitted = { author: Author; change: CalendarChange; practitionerName: string; what: string; back: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const REPLAN = 'replanifier'

/** Makes a change that touches nobody; else shows who is touched and what will be sent, and makes it after a yes. */
export async function submitChange(ctx: HttpContext, submitted: Submitted) {
  const { author, change, what, practitionerName } = submitted
  const body = ctx.request.body()
  const confirmed = body.confirme === 'oui'
  const touched = await previewChange(author, change, now())
  if (!confirmed && touched.length > 0) return review(ctx, submitted, touched)

  const { decisions, errors } = readDecisions(confirmed ? touched : [], body)
  const seen = confirmed ? String(body.vu ?? '') : ''
  // A list that is no longer the one seen is shown again before its choices are read.
  if (seen !== seenOf(touched)) return review(ctx, submitted, touched, { stale: true })
  if (errors.length > 0) return review(ctx, submitted, touched, { errors })
  const made = await makeChange(author, change, { what: `${practitionerName}. ${what}`, seen, decisions }, now())
  if (!made.ok) return review(ctx, submitted, await previewChange(author, change, now()), { stale: true })

  if (touched.length > 0) {
    await settleChange(made.value.changeId, author.staffId, now())
    return seeOther(ctx, `/admin/changements/${made.value.changeId}`)
  }
  flash(ctx, { state: 'fine', title: 'Le changement est enregistré', text: 'Aucune convocation n\'est touchée. Les créneaux libres suivent.' })
  return seeOther(ctx, submitted.back)
}

type Trouble = { stale?: boolean; errors?: FieldError[] }

function review(ctx: HttpContext, { what, practitionerName, back }: Submitted, touched: TouchedVisit[], { stale = false, errors = [] }: Trouble = {}) {
  if (stale) ctx.response.status(409)
  if (errors.length > 0) ctx.response.status(422)
  const typed = ctx.request.body()
  const hidden = Object.entries(typed).filter(([name, value]) => typeof value === 'string' && !/^(_csrf|confirme|vu|visite_.*)$/.test(name))
  return ctx.view.render('back_office/openings/review', { what, practitionerName, back, touched, stale, errors, hidden, typed, seen: seenOf(touched), action: ctx.request.url(), REPLAN })
}

function readDecisions(touched: TouchedVisit[], body: Record<string, unknown>): { decisions: Decisions; errors: FieldError[] } {
  const decisions: Decisions = new Map()
  const errors: FieldError[] = []
  const taken = new Set<string>()
  for (const { visit } of touched) {
    const field = `visite_${visit.id}`
    const said = body[field]
    if (said === REPLAN) decisions.set(visit.id, null)
    else if (typeof said !== 'string' || !UUID.test(said)) errors.push({ field, message: `Choisissez ce que devient la visite de ${visit.employee.name}` })
    else if (taken.has(said)) errors.push({ field, message: `Ce créneau est déjà choisi pour une autre visite : prenez-en un autre pour ${visit.employee.name}` })
    else {
      taken.add(said)
      decisions.set(visit.id, said)
    }
  }
  return { decisions, errors }
}
