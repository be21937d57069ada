import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { listAddress } from '#core/http/list_address'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { parisDay } from '#shared/dates'
import { hasControlCharacters } from '#shared/text'
import { counted } from '#shared/wording'
import { askVisit, type AskedVisit } from '#visits/actions/ask_visit'
import { employeeErrors, readEmployeeIds, showRequestForm } from '#visits/controllers/request_form'
import { showRequest } from '#visits/controllers/request_page'
import { listRequests, PAGE_SIZE } from '#visits/queries/list_requests'
import { requestKindOf } from '#visits/rules/request_kinds'
import { requestStateWord } from '#visits/rules/state_words'
import { admissionErrors } from '#visits/validators/admission_messages'
import { readRequestFilters, REQUEST_FILTERS } from '#visits/validators/list_filters'
import { visitRequestValidator } from '#visits/validators/visit_request'

export default class RequestsController {
  async index(ctx: HttpContext) {
    const filters = readRequestFilters(ctx.request.qs())
    const { etat, page } = filters
    const { rows, total } = await ctx.member((trx) => listRequests(trx, ctx.currentMember.id, filters))
    if (rows.length === 0 && page > 1) return seeOther(ctx, listAddress('/demandes', { etat }))

    return ctx.view.render('visits/requests/index', {
      rows,
      total,
      etat,
      page,
      filters: REQUEST_FILTERS,
      pageSize: PAGE_SIZE,
      pageAddress: (number: number) => listAddress('/demandes', { etat, page: number }),
      today: parisDay(now()),
      mayWrite: ctx.currentMember.rights.visits === 'write',
      stateWord: requestStateWord,
    })
  }

  async create(ctx: HttpContext) {
    return showRequestForm(ctx, { ids: readEmployeeIds(ctx) }, now())
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const ids = readEmployeeIds(ctx)
    const search = ctx.request.input('ajouter')
    if (search && ctx.request.input('entree')) return showRequestForm(ctx, { ids, search: readable(search) }, instant)
    const form = await readForm(ctx, visitRequestValidator, { today: parisDay(instant) })
    const errors = [...employeeErrors(ids, search), ...(form.ok ? [] : form.error.errors)]
    if (!form.ok || errors.length > 0) return showRequestForm(ctx, { ids, errors, search: readable(search) }, instant)

    const { nature, motif, a_partir_du: wishFrom, precision, demandeur } = form.value
    const kind = requestKindOf(nature)!
    const demand = kind === 'employer_demand' ? { askedBy: demandeur!, employeeInformed: true as const } : null
    const request = { kind, reason: motif ?? null, wishFrom: wishFrom ?? null, note: precision ?? null, demand }
    const who = { memberId: ctx.currentMember.id, employeeIds: ids, userId: ctx.currentUser.id }
    const asked = await ctx.member((trx) => askVisit(trx, { ...who, ...request }, instant))
    if (!asked.ok) return showRequestForm(ctx, { ids, errors: admissionErrors(asked.error) }, instant)
    const { sent, alreadyOpen } = asked.value
    return sent.length > 0 ? this.#sent(ctx, sent, alreadyOpen) : this.#alreadyOpen(ctx, alreadyOpen)
  }

  async show(ctx: HttpContext) {
    return showRequest(ctx)
  }

  #sent(ctx: HttpContext, sent: AskedVisit[], alreadyOpen: AskedVisit[]) {
    const others = alreadyOpen.map(({ employeeName }) => employeeName).join(', ')
    flash(ctx, {
      state: 'fine',
      title: sent.length === 1 ? 'Votre demande est envoyée' : `${counted(sent.length, 'demande envoyée', 'demandes envoyées')}`,
      text: others
        ? `Une demande était déjà en cours pour ${others}\u00a0: elle reste seule.`
        : 'OSTRA la prend en charge, en général dans la journée. Vous recevrez la convocation par e-mail.',
    })
    return seeOther(ctx, sent.length === 1 ? `/demandes/${sent[0]!.requestId}` : '/demandes')
  }

  #alreadyOpen({ view, response }: HttpContext, requests: AskedVisit[]) {
    response.status(409)
    return view.render('visits/requests/already_open', { requests })
  }
}

// What cannot be read is no search: its error is shown, and nothing is looked for.
function readable(search: unknown): string | null {
  return typeof search === 'string' && !hasControlCharacters(search) ? search.slice(0, 100) : null
}
