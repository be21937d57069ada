import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { asStaff, type Trx } from '#core/tenants'
import { addDays, parisDay, isWorkingDay, type Day } from '#shared/dates'
import { firstDayWithSlots, listCentres, readDayPlan } from '#back_office/queries/day_plan'
import { readConvocation } from '#back_office/queries/convocation'
import { listQueue, withChosen } from '#back_office/queries/queue'
import { countWaitingMessages } from '#back_office/queries/request_messages'
import { plans } from '#back_office/roles'
import { planGrid } from '#back_office/rules/plan_grid'
import { DUE_FILTERS, STATE_FILTERS, planningAddress, readPlanningAddress, type PlanningAddress } from '#back_office/rules/planning_filters'

export default class PlanningController {
  async index(ctx: HttpContext) {
    const { staff, request, view } = ctx
    const address = readPlanningAddress(request.qs())
    const page = await asStaff(async (trx) => {
      const queue = await listQueue(trx, address.filters, { staffId: staff.id, now: now() })
      // The request that one is placing; a reader of the planning places none.
      const chosen = address.requestId && plans(staff.role) ? await readConvocation(trx, address.requestId, now()) : null
      const messages = await countWaitingMessages(trx)
      return { queue: withChosen(queue, chosen?.request), messages, chosen, ...(await readDay(trx, address, chosen?.proposals[0]?.slot)) }
    })
    const dayAddress = (day: Day) => planningAddress({ ...address, day, centreId: page.centre?.id ?? null })
    const choices = { stateFilters: STATE_FILTERS, dueFilters: DUE_FILTERS }
    return view.render('back_office/planning/index', { ...page, ...choices, address, dayAddress })
  }
}

type Best = { startsAt: Parameters<typeof parisDay>[0]; centreId: string }

/** The day and centre that were asked; else those of the best proposal; else the first day with slots. */
async function readDay(trx: Trx, address: PlanningAddress, best: Best | undefined) {
  const centres = await listCentres(trx)
  const centre = centres.find(({ id }) => id === (address.centreId ?? best?.centreId)) ?? centres[0]
  if (!centre) return { centres, centre: null, day: parisDay(now()), practitioners: [], lines: [], slots: [] }

  const day = address.day ?? (best ? parisDay(best.startsAt) : await firstDayWithSlots(trx, centre.id, parisDay(now())))
  const { practitioners, slots } = await readDayPlan(trx, centre.id, day)
  const lines = planGrid(slots, practitioners.map(({ id }) => id))
  return { centres, centre, day, before: workingDay(day, -1), after: workingDay(day, 1), practitioners, lines, slots }
}

function workingDay(day: Day, step: 1 | -1): Day {
  const next = addDays(day, step)
  return isWorkingDay(next) ? next : workingDay(next, step)
}
