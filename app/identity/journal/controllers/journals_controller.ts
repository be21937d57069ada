import type { HttpContext } from '@adonisjs/core/http'
import { listAddress } from '#core/http/list_address'
import { ACT_LABELS } from '#core/journal_events'
import { listJournal, SHOWN_ACTS } from '#identity/queries/list_journal'
import { listJournalPeople } from '#identity/queries/list_journal_people'
import { readJournalAddress, TEAM } from '#identity/rules/journal_filters'

const LIST = '/acces/journal'

/** What was done in the member's account, for its administrators. */
export default class JournalsController {
  async index({ member, currentMember: { id, rights }, request, view }: HttpContext) {
    const { avant, apres, ...filters } = readJournalAddress(request.qs(), SHOWN_ACTS)
    const page = await member(async (trx) => ({
      people: await listJournalPeople(trx),
      ...(await listJournal(trx, { memberId: id, rights, avant, apres, ...filters })),
    }))
    return view.render('identity/journal/index', {
      ...page,
      filters,
      filtered: Object.values(filters).some((value) => value !== null),
      isFirst: avant === null && apres === null,
      choices: {
        qui: [{ value: TEAM, label: 'Équipe OSTRA' }, ...page.people.map(({ id: value, name: label }) => ({ value, label }))],
        acte: SHOWN_ACTS.map((value) => ({ value, label: ACT_LABELS[value] })),
      },
      address: (cursor: Record<string, string | null> = {}) => listAddress(LIST, { ...filters, ...cursor }),
    })
  }
}
