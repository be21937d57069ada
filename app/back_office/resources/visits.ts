import { choice, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { VISIT_KIND_LABELS, VISIT_STATES } from '#back_office/words'

export const visits = secureResource(
  {
    id: 'visites',
    label: 'Visites',
    from: `visits join members on members.id = visits.member_id
      join employees on employees.id = visits.employee_id
      join practitioners on practitioners.id = visits.practitioner_id
      join slots on slots.id = visits.slot_id join centres on centres.id = slots.centre_id`,
    key: 'visits.id',
    columns: {
      debut: instant('Rendez-vous', 'visits.starts_at'),
      salarie: text('Salarié', "employees.family_name || ' ' || employees.first_name"),
      entreprise: text('Entreprise', 'members.company_name'),
      nature: choice('Visite', 'visits.kind', VISIT_KIND_LABELS),
      etat: choice('État', 'visits.state', VISIT_STATES),
      professionnel: text('Professionnel', 'practitioners.name'),
      centre: text('Centre', 'centres.name'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['debut', 'salarie', 'entreprise', 'nature', 'etat', 'professionnel'],
    show: ['centre'],
    filters: ['debut', 'salarie', 'entreprise', 'nature', 'etat', 'professionnel', 'centre'],
    sorts: ['debut', 'salarie', 'entreprise'],
    order: { by: 'debut', direction: 'desc' },
    page: '/admin/visites',
  }
)
