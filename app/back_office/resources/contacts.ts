import { choice, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

const ROLES = {
  management: 'Direction',
  human_resources: 'Ressources humaines',
  billing: 'Facturation',
  convocations: 'Convocations',
}

export const contacts = secureResource(
  {
    id: 'contacts',
    label: 'Contacts',
    from: 'contacts join members on members.id = contacts.member_id',
    key: 'contacts.id',
    columns: {
      nom: text('Nom', 'contacts.name'),
      entreprise: text('Entreprise', 'members.company_name'),
      numero: text("Numéro d'adhérent", 'members.member_number'),
      role: choice('Rôle', 'contacts.role', ROLES),
      email: text('E-mail', 'contacts.email'),
      telephone: text('Téléphone', 'contacts.phone'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'billing', 'auditor'],
    list: ['nom', 'entreprise', 'role', 'email', 'telephone'],
    show: ['numero'],
    filters: ['nom', 'entreprise', 'numero', 'role'],
    sorts: ['nom', 'entreprise'],
    order: { by: 'entreprise', direction: 'asc' },
  }
)
