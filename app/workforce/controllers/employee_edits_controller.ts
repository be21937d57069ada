import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { parisDay } from '#shared/dates'
import { changeEmployee } from '#workforce/actions/change_employee'
import { readSites } from '#workforce/controllers/hire_form'
import { findEmployee, type EmployeeFacts } from '#workforce/queries/find_employee'
import { contractChoices } from '#workforce/rules/contracts'
import { languageChoices, needChoices } from '#workforce/rules/needs'
import { changesOf, editError, employeeEditValidator } from '#workforce/validators/employee_edit'

export default class EmployeeEditsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, await this.#find(ctx))
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const employee = await this.#find(ctx)
    const siteIds = (await readSites(ctx)).map(({ id }) => id)
    const siteRequired = ctx.currentMember.siteIds !== null
    const kept = employee.siteId && !siteRequired ? [...siteIds, employee.siteId] : siteIds
    const form = await readForm(ctx, employeeEditValidator({ siteIds: kept, siteRequired }), { today: parisDay(instant) })
    if (!form.ok) return this.#form(ctx, employee, form.error.errors)

    const who = { memberId: ctx.currentMember.id, employeeId: employee.id, by: { user: ctx.currentUser.id } }
    const input = { ...who, changes: changesOf(form.value as never), nir: (form.value as { nir?: string }).nir ?? null }
    const changed = await ctx.member((trx) => changeEmployee(trx, input, instant))
    if (!changed.ok) return this.#form(ctx, employee, [editError(changed.error)])
    const text = changed.value.fields.length > 0 ? 'Les dates des visites en tiennent compte.' : "Rien n'a changé."
    flash(ctx, { state: 'fine', title: 'La fiche est enregistrée', text })
    return seeOther(ctx, `/salaries/${employee.id}`)
  }

  async #form(ctx: HttpContext, employee: EmployeeFacts, errors: FieldError[] = []) {
    if (errors.length > 0) ctx.response.status(422)
    const typed = { ...ctx.request.body(), nir: undefined }
    const sites = await readSites(ctx)
    return ctx.view.render('workforce/edits/create', {
      employee,
      errors,
      values: ctx.request.method() === 'POST' ? typed : typedOf(employee),
      sites: sites.some(({ id }) => id === employee.siteId) || !employee.siteId ? sites : [...sites, { id: employee.siteId, name: employee.site }],
      siteRequired: ctx.currentMember.siteIds !== null,
      contracts: contractChoices(),
      needs: needChoices(),
      languages: languageChoices(),
    })
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return orNotFound(await member((trx) => findEmployee(trx, currentMember.id, params.id)))
  }
}

const day = (value: string | null) => value?.split('-').toReversed().join('/')

function typedOf(employee: EmployeeFacts) {
  return {
    nom: employee.familyName,
    prenom: employee.firstName,
    naissance: day(employee.birthDate),
    email: employee.email,
    telephone: employee.phone,
    site: employee.siteId,
    matricule: employee.payrollId,
    entree: day(employee.hiredOn),
    contrat: employee.contractNature,
    fin_contrat: day(employee.contractEndOn),
    besoins: employee.needs,
    langue: employee.interpreterLanguage,
  }
}
