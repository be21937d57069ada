import { choice, day, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { REQUEST_KIND_LABELS, REQUEST_STATES } from '#back_office/words'

/** Without what the employer wrote: that is read on the request's own page, by who plans it. */
export const visitRequests = secureResource(
  {
    id: 'demandes',
    label: 'Demandes',
    from: `visit_requests join members on members.id = visit_requests.member_id
      join employees on employees.id = visit_requests.employee_id
      left join staff_users on staff_users.id = visit_requests.taken_by`,
    key: 'visit_requests.id',
    columns: {
      salarie: text('Salarié', "employees.family_name || ' ' || employees.first_name"),
      entreprise: text('Entreprise', 'members.company_name'),
      nature: choice('Demande', 'visit_requests.kind', REQUEST_KIND_LABELS),
      etat: choice('État', 'visit_requests.state', REQUEST_STATES),
      limite: day('Date limite', 'visit_requests.legal_deadline'),
      recue: instant('Réception', 'visit_requests.requested_at'),
      prise_par: text('Prise en charge par', 'staff_users.full_name'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['salarie', 'entreprise', 'nature', 'etat', 'limite', 'recue', 'prise_par'],
    filters: ['salarie', 'entreprise', 'nature', 'etat', 'limite', 'recue'],
    sorts: ['salarie', 'entreprise', 'limite', 'recue'],
    order: { by: 'recue', direction: 'desc' },
    page: '/admin/demandes',
  }
)
