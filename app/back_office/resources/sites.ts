import { text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const sites = secureResource(
  {
    id: 'sites',
    label: 'Sites',
    from: 'sites join members on members.id = sites.member_id',
    key: 'sites.id',
    columns: {
      nom: text('Site', 'sites.name'),
      entreprise: text('Entreprise', 'members.company_name'),
      numero: text("Numéro d'adhérent", 'members.member_number'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['nom', 'entreprise', 'numero'],
    filters: ['nom', 'entreprise', 'numero'],
    sorts: ['nom', 'entreprise'],
    order: { by: 'entreprise', direction: 'asc' },
  }
)
