import type { HttpContext } from '@adonisjs/core/http'
import { findOpening, readCalendar, type CalendarChange, type Opening } from '#calendar'
import { now } from '#core/clock'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { asStaff } from '#core/tenants'
import { addDays, formatDay, parisDay } from '#shared/dates'
import { changed, NEW_ID, overlap } from '#calendar/rules/calendar_change'
import { comesOn, mondayOf } from '#calendar/rules/sessions'
import { submitChange } from '#back_office/controllers/submit_change'
import { listCentres } from '#back_office/queries/day_plan'
import { listOpeningWeeks, listPractitioners } from '#back_office/queries/openings_week'
import { openingWords, timeWords, validityWords } from '#back_office/rules/opening_words'
import { readPlanningAddress } from '#back_office/rules/planning_filters'
import { closedDayValidator, openingEditValidator, openingValidator, stopValidator } from '#back_office/validators/openings'

export default class OpeningsController {
  async index({ request, view }: HttpContext) {
    const { professionnel, centre, semaine } = request.qs()
    const { day, centreId, requestId: practitionerId } = readPlanningAddress({ jour: semaine, centre, demande: professionnel })
    const today = parisDay(now())
    const monday = mondayOf(day ?? today)
    const page = await asStaff(async (trx) => ({
      weeks: await listOpeningWeeks(trx, { monday, practitionerId, centreId }),
      practitioners: await listPractitioners(trx),
      centres: await listCentres(trx),
    }))
    const weekAddress = (week: string) => `/admin/ouvertures?${new URLSearchParams(Object.entries({ semaine: week, professionnel: practitionerId ?? '', centre: centreId ?? '' }).filter(([, value]) => value))}`
    const words = { openingWords, validityWords }
    return view.render('back_office/openings/index', { ...page, ...words, today, monday, before: addDays(monday, -7), after: addDays(monday, 7), weekAddress, practitionerId, centreId })
  }

  async create(ctx: HttpContext) {
    return this.#new(ctx)
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, openingValidator)
    if (!form.ok) return this.#new(ctx, form.error.errors)
    const { professionnel, jour, a_partir_du: from, jusqu_au: until } = form.value
    const single = jour === 'seul'
    const opening = { ...factsOf(form.value), weekday: single ? null : Number(jour), onDay: single ? from : null, validFrom: from, validUntil: single ? null : (until ?? null) }
    const found = await asStaff(async (trx) => ({
      practitioner: (await listPractitioners(trx)).find(({ id }) => id === professionnel),
      centre: (await listCentres(trx)).find(({ id }) => id === form.value.centre),
      calendar: await readCalendar(trx, professionnel),
    }))
    const { practitioner, centre, calendar } = found
    if (!practitioner) return this.#new(ctx, [{ field: 'professionnel', message: "Ce professionnel n'est pas en exercice" }])
    if (!centre) return this.#new(ctx, [{ field: 'centre', message: "Ce centre n'existe pas" }])
    const change: CalendarChange = { type: 'open', opening }
    const errors = [...faultsOf(opening, from), ...clashes(calendar, change)]
    if (until && until < from) errors.push({ field: 'jusqu_au', message: 'Le dernier jour vient avant le premier' })
    if (errors.length > 0) return this.#new(ctx, errors)
    return submitChange(ctx, {
      author: { practitionerId: practitioner.id, staffId: ctx.staff.id },
      change, practitionerName: practitioner.name, back: `/admin/ouvertures?professionnel=${practitioner.id}&semaine=${from}`,
      what: `Nouvelle ouverture. ${openingWords(opening)}, ${centre.name}`,
    })
  }

  async show(ctx: HttpContext) {
    return this.#page(ctx)
  }

  async edit(ctx: HttpContext) {
    const opening = await this.#find(ctx)
    const form = await readForm(ctx, openingEditValidator)
    if (!form.ok) return this.#page(ctx, form.error.errors)
    const { a_partir_du: from } = form.value
    const next = { ...factsOf(form.value), weekday: opening.weekday, onDay: opening.onDay }
    const change: CalendarChange = { type: 'edit', openingId: opening.id, from, opening: next }
    const { calendar, centre } = await asStaff(async (trx) => ({
      calendar: await readCalendar(trx, opening.practitionerId),
      centre: (await listCentres(trx)).find(({ id }) => id === form.value.centre),
    }))
    if (!centre) return this.#page(ctx, [{ field: 'centre', message: "Ce centre n'existe pas" }])
    const last = opening.onDay ?? opening.validUntil
    const errors = [...faultsOf(next, from), ...clashes(calendar, change)]
    if (last && from > last) errors.push({ field: 'a_partir_du', message: `Cette ouverture finit le ${formatDay(last)}` })
    if (errors.length > 0) return this.#page(ctx, errors)
    return this.#submit(ctx, opening, change, `À partir du ${formatDay(from)}. ${openingWords(next)}, ${centre.name}`)
  }

  async stop(ctx: HttpContext) {
    const opening = await this.#find(ctx)
    const form = await readForm(ctx, stopValidator)
    if (!form.ok) return this.#page(ctx, form.error.errors)
    const { dernier_jour: lastDay } = form.value
    if (lastDay < addDays(parisDay(now()), -1)) return this.#page(ctx, [{ field: 'dernier_jour', message: 'Ce jour est passé' }])
    if (opening.validUntil && lastDay > opening.validUntil) return this.#page(ctx, [{ field: 'dernier_jour', message: `Elle finit déjà le ${formatDay(opening.validUntil)}` }])
    return this.#submit(ctx, opening, { type: 'stop', openingId: opening.id, lastDay }, `Dernier jour le ${formatDay(lastDay)}. ${openingWords(opening)}`)
  }

  async close(ctx: HttpContext) {
    const opening = await this.#find(ctx)
    const form = await readForm(ctx, closedDayValidator)
    if (!form.ok) return this.#page(ctx, form.error.errors)
    const { jour_ferme: day } = form.value
    const fault = (message: string) => this.#page(ctx, [{ field: 'jour_ferme', message }])
    if (day < parisDay(now())) return fault('Ce jour est passé')
    if (!comesOn(opening, day)) return fault("L'ouverture n'a pas lieu ce jour-là")
    const { exceptions } = await asStaff((trx) => readCalendar(trx, opening.practitionerId))
    if (exceptions.some((one) => one.openingId === opening.id && one.day === day)) return fault('Elle est déjà fermée ce jour-là')
    return this.#submit(ctx, opening, { type: 'close', openingId: opening.id, day }, `Fermée le ${formatDay(day)}. ${openingWords(opening)}`)
  }

  #submit(ctx: HttpContext, { practitionerId, practitionerName }: { practitionerId: string; practitionerName: string }, change: CalendarChange, what: string) {
    const author = { practitionerId, staffId: ctx.staff.id }
    return submitChange(ctx, { author, change, practitionerName, what, back: `/admin/ouvertures?professionnel=${practitionerId}` })
  }

  async #find({ params }: HttpContext) {
    return orNotFound(await asStaff((trx) => findOpening(trx, params.id)))
  }

  async #new({ request, response, view }: HttpContext, errors: FieldError[] = []) {
    const choices = await asStaff(async (trx) => ({ practitioners: await listPractitioners(trx), centres: await listCentres(trx) }))
    if (errors.length > 0) response.status(422)
    return view.render('back_office/openings/create', { ...choices, errors, typed: { professionnel: request.qs().professionnel, ...request.body() }, today: parisDay(now()) })
  }

  async #page(ctx: HttpContext, errors: FieldError[] = []) {
    const opening = await this.#find(ctx)
    const centres = await asStaff(listCentres)
    if (errors.length > 0) ctx.response.status(422)
    return ctx.view.render('back_office/openings/show', { opening, centres, errors, typed: ctx.request.body(), today: parisDay(now()), openingWords, validityWords, timeWords })
  }
}

type Form = { centre: string; debut: string; fin: string; creneau: number; rythme: number }

const factsOf = ({ centre, debut, fin, creneau, rythme }: Form) => ({ centreId: centre, begins: debut, ends: fin, slotMinutes: creneau, everyWeeks: rythme })

function faultsOf({ begins, ends }: Pick<Opening, 'begins' | 'ends'>, from: string): FieldError[] {
  const faults = []
  if (ends <= begins) faults.push({ field: 'fin', message: "L'heure de fin vient avant celle du début" })
  if (from < parisDay(now())) faults.push({ field: 'a_partir_du', message: 'Ce jour est passé' })
  return faults
}

function clashes(calendar: Parameters<typeof changed>[0], change: CalendarChange): FieldError[] {
  const after = changed(calendar, change)
  const next = after.openings.find(({ id }) => id === NEW_ID)!
  const other = after.openings.find((one) => one.id !== NEW_ID && overlap(one, next, next.onDay ?? next.validFrom))
  return other ? [{ field: 'debut', message: `Une autre ouverture prend déjà ce temps : ${openingWords(other)}` }] : []
}
