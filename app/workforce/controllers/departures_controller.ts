import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { addDays, formatDay, parisDay } from '#shared/dates'
import { recordDeparture } from '#workforce/actions/record_departure'
import { withdrawDeparture } from '#workforce/actions/withdraw_departure'
import type { Foreseen } from '#workforce/actions/foresee'
import { takeStep } from '#workforce/controllers/change_steps'
import { ADVISED, isExposureEnding } from '#workforce/controllers/exposure_step'
import { DECISIONS } from '#workforce/controllers/visit_decisions'
import { withdrawalSentence } from '#workforce/controllers/withdrawal_sentence'
import { findEmployee, type EmployeeFacts } from '#workforce/queries/find_employee'
import { departureChoices, type DepartureReason } from '#workforce/rules/contracts'
import { departureError, departureValidator } from '#workforce/validators/departure'

const REASON = "Salarié sorti de l'effectif"

type Page = { errors?: FieldError[]; foreseen?: Foreseen | null; status?: number }

export default class DeparturesController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, await this.#find(ctx))
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const employee = await this.#find(ctx)
    const form = await readForm(ctx, departureValidator, { today: parisDay(instant) })
    if (!form.ok) return this.#form(ctx, employee, { errors: form.error.errors })
    const { sortie, motif, avise } = form.value
    const leftOn = sortie!
    const departure = { memberId: ctx.currentMember.id, employeeId: employee.id, by: { user: ctx.currentUser.id }, leftOn, reason: motif as DepartureReason }

    const step = await takeStep(
      ctx,
      {
        employeeId: employee.id,
        change: (trx) => recordDeparture(trx, departure, instant),
        touching: () => ({ type: 'departure', leftOn }),
        endsFrom: addDays(leftOn, 1),
        reason: REASON,
        movedFrom: null,
        missing: ({ after }) => (isExposureEnding(after.dues) && !avise ? [ADVISED] : []),
      },
      instant
    )
    if (!step.ok) {
      const { error } = step
      if (error.type === 'refused') return this.#form(ctx, employee, { errors: [departureError(error.why)] })
      if (error.type === 'foreseen') return this.#form(ctx, employee, error)
      return this.#form(ctx, employee, { ...error, status: error.conflict ? 409 : 422 })
    }
    const told = step.value.value.requestId ? " OSTRA est informé\u00a0: la visite de fin d'exposition est demandée." : ''
    flash(ctx, { state: 'fine', title: 'La sortie est enregistrée', text: `${employee.name} sort le ${formatDay(leftOn)}.${told}` })
    return seeOther(ctx, `/salaries/${employee.id}`)
  }

  async destroy(ctx: HttpContext) {
    const employee = await this.#find(ctx)
    const who = { memberId: ctx.currentMember.id, employeeId: employee.id, by: { user: ctx.currentUser.id } }
    const withdrawn = await ctx.member((trx) => withdrawDeparture(trx, who, now()))
    if (withdrawn.ok) flash(ctx, { state: 'fine', title: 'La sortie est annulée', text: withdrawalSentence(employee.name, withdrawn.value) })
    return seeOther(ctx, `/salaries/${employee.id}`)
  }

  #form(ctx: HttpContext, employee: EmployeeFacts, { errors = [], foreseen = null, status = 422 }: Page = {}) {
    if (errors.length > 0) ctx.response.status(status)
    return ctx.view.render('workforce/departures/create', {
      employee,
      errors,
      foreseen,
      values: { sortie: employee.leftOn ? formatInput(employee.leftOn) : undefined, motif: employee.departureReason ?? undefined, ...ctx.request.body() },
      reasons: departureChoices(),
      exposure: foreseen !== null && isExposureEnding(foreseen.after.dues),
      decisions: DECISIONS,
      mayAsk: ctx.currentMember.rights.visits === 'write',
    })
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return orNotFound(await member((trx) => findEmployee(trx, currentMember.id, params.id)))
  }
}

const formatInput = (day: string) => day.split('-').toReversed().join('/')
