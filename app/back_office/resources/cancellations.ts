import { choice, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const cancellations = secureResource(
  {
    id: 'annulations',
    label: 'Annulations',
    from: `cancellations join visits on visits.id = cancellations.visit_id
      join members on members.id = cancellations.member_id
      join employees on employees.id = visits.employee_id
      left join users on users.id = cancellations.asked_by_user
      left join staff_users on staff_users.id = cancellations.asked_by_staff`,
    key: 'cancellations.id',
    columns: {
      demandee: instant('Demande', 'cancellations.at'),
      visite: instant('Visite', 'visits.starts_at'),
      limite: instant('Limite', 'cancellations.limit_at'),
      salarie: text('Salarié', "employees.family_name || ' ' || employees.first_name"),
      entreprise: text('Entreprise', 'members.company_name'),
      decision: choice('Décision', 'cancellations.decision', { accepted: 'Acceptée', refused: 'Refusée' }),
      auteur: text('Demandée par', 'coalesce(users.full_name, staff_users.full_name)'),
      motif: text('Motif', 'cancellations.reason'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'auditor'],
    list: ['demandee', 'salarie', 'entreprise', 'visite', 'decision', 'auteur'],
    show: ['limite', 'motif'],
    // Meant for who plans, and words of an employer all the same.
    reserved: { motif: ['planner'] },
    filters: ['demandee', 'salarie', 'entreprise', 'decision'],
    sorts: ['demandee', 'visite', 'entreprise'],
    order: { by: 'demandee', direction: 'desc' },
  }
)
