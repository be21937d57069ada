import { choice, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { ACT_LABELS, JOURNAL_EVENTS, type JournalWords } from '#core/journal_events'

const EVENTS = Object.entries(JOURNAL_EVENTS as Record<string, JournalWords>)
const ACT_SQL = Object.keys(ACT_LABELS)
  .map((act) => ({ act, events: EVENTS.filter(([, words]) => words.act === act).map(([event]) => `'${event}'`) }))
  .filter(({ events }) => events.length > 0)
  .map(({ act, events }) => `when journal_entries.event in (${events.join(', ')}) then '${act}'`)
  .join(' ')
const EVENT_WORDS = Object.fromEntries(EVENTS.map(([event, { team }]) => [event, team]))

export const journal = secureResource(
  {
    id: 'journal',
    label: 'Journal',
    from: `journal_entries left join users on users.id = journal_entries.actor_id
      left join staff_users on staff_users.id = journal_entries.actor_id
      left join members on members.id = journal_entries.member_id`,
    key: 'journal_entries.id',
    columns: {
      date: instant('Date', 'journal_entries.at'),
      evenement: choice('Événement', 'journal_entries.event', EVENT_WORDS),
      acte: choice('Acte', `case ${ACT_SQL} else 'team' end`, ACT_LABELS),
      origine: choice('Origine', 'journal_entries.actor_kind', {
        user: 'Espace adhérent',
        staff: 'Équipe OSTRA',
        system: 'Automate',
        nobody: 'Hors connexion',
      }),
      auteur: text('Auteur', 'coalesce(users.full_name, staff_users.full_name)'),
      entreprise: text('Entreprise', 'members.company_name'),
      page: text('Page ou liste', 'journal_entries.place'),
      objet: text('Objet', 'journal_entries.subject_id::text'),
    },
  },
  {
    roles: ['auditor'],
    list: ['date', 'evenement', 'origine', 'auteur', 'entreprise'],
    show: ['acte', 'page', 'objet'],
    filters: ['date', 'acte', 'evenement', 'origine', 'auteur', 'entreprise'],
    sorts: ['date', 'evenement'],
    order: { by: 'date', direction: 'desc' },
  }
)
