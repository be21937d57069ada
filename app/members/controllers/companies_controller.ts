import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import { findCompany } from '#members/queries/find_company'
import { listContacts } from '#members/queries/list_contacts'
import { listSites } from '#members/queries/list_sites'
import { contactRoleLabel } from '#members/rules/contact_roles'

export default class CompaniesController {
  async show({ view, member, currentMember }: HttpContext) {
    const page = await member(async (trx) => ({
      company: orNotFound(await findCompany(trx, currentMember.id)),
      contacts: await listContacts(trx, currentMember.id),
      sites: await listSites(trx, currentMember.id),
    }))
    return view.render('members/companies/show', { ...page, contactRoleLabel })
  }
}
