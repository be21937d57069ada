import { choice, flag, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { PRACTITIONER_KINDS } from '#back_office/words'

export const practitioners = secureResource(
  {
    id: 'professionnels',
    label: 'Professionnels',
    from: 'practitioners',
    key: 'practitioners.id',
    columns: {
      nom: text('Nom', 'practitioners.name'),
      metier: choice('Métier', 'practitioners.kind', PRACTITIONER_KINDS),
      titre: text('Titre', 'practitioners.job_title'),
      actif: flag('En exercice', 'practitioners.active'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['nom', 'metier', 'titre', 'actif'],
    filters: ['nom', 'metier'],
    sorts: ['nom', 'metier'],
    order: { by: 'nom', direction: 'asc' },
  }
)
