import type { HttpContext } from '@adonisjs/core/http'
import { listAddress, readPage } from '#core/http/list_address'
import { PAGE_SIZE, listCompanyChanges } from '#members/queries/list_company_changes'
import { fieldLabel, fieldValue } from '#members/rules/changes'

const SUBJECTS = { company: 'Entreprise', contact: 'Contact', site: 'Site' }

export default class CompanyChangesController {
  async index({ currentMember, member, request, view }: HttpContext) {
    const page = readPage(request.qs())
    const rows = await member((trx) => listCompanyChanges(trx, currentMember.id, page))
    return view.render('members/histories/index', {
      changes: rows.slice(0, PAGE_SIZE),
      page,
      hasNext: rows.length > PAGE_SIZE,
      address: (number: number) => listAddress('/entreprise/historique', { page: number }),
      subjects: SUBJECTS,
      fieldLabel,
      fieldValue,
    })
  }
}
