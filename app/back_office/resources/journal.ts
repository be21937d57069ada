import { choice, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { JOURNAL_EVENTS } from '#core/journal_events'

const EVENT_WORDS = Object.fromEntries(Object.entries(JOURNAL_EVENTS).map(([event, { team }]) => [event, team]))

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
      origine: choice('Origine', 'journal_entries.actor_kind', {
        user: 'Espace adhérent',
        staff: 'Équipe OSTRA',
        system: 'Automate',
        nobody: 'Hors connexion',
      }),
      auteur: text('Auteur', 'coalesce(users.full_name, staff_users.full_name)'),
      entreprise: text('Entreprise', 'members.company_name'),
      objet: text('Objet', 'journal_entries.subject_id::text'),
    },
  },
  {
    roles: ['auditor'],
    list: ['date', 'evenement', 'origine', 'auteur', 'entreprise'],
    show: ['objet'],
    filters: ['date', 'evenement', 'origine', 'auteur', 'entreprise'],
    sorts: ['date', 'evenement'],
    order: { by: 'date', direction: 'desc' },
  }
)
