import type { HttpContext } from '@adonisjs/core/http'
import { orNotFound } from '#core/exceptions/refusals'
import { findCompany } from '#members/queries/find_company'
import { listContacts } from '#members/queries/list_contacts'
import { listSirenChanges } from '#members/queries/list_siren_changes'
import { listSites } from '#members/queries/list_sites'
import { contactRoleLabel } from '#members/rules/contact_roles'
import { nafLabel, nomenclatureLabel } from '#members/rules/naf'
import { sirenStateLabel } from '#members/rules/siren_change'

export default class CompaniesController {
  async show({ view, member, currentMember }: HttpContext) {
    const page = await member(async (trx) => ({
      company: orNotFound(await findCompany(trx, currentMember.id)),
      contacts: await listContacts(trx, currentMember.id),
      sites: await listSites(trx, currentMember.id),
      sirenChanges: await listSirenChanges(trx, currentMember.id),
    }))
    return view.render('members/companies/show', {
      ...page,
      opened: page.sirenChanges.find(({ state, appliedAt }) => state !== 'refused' && !appliedAt),
      mayWrite: currentMember.rights.company === 'write',
      seesEverySite: currentMember.siteIds === null,
      activity: nafLabel(page.company.nafCode, page.company.nafNomenclature),
      ...{ contactRoleLabel, nomenclatureLabel, sirenStateLabel },
    })
  }
}
