import { text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const centres = secureResource(
  {
    id: 'centres',
    label: 'Centres',
    from: 'centres',
    key: 'centres.id',
    columns: {
      nom: text('Centre', 'centres.name'),
      adresse: text('Adresse', 'centres.address_line'),
      code_postal: text('Code postal', 'centres.postal_code'),
      ville: text('Ville', 'centres.city'),
      telephone: text('Téléphone', 'centres.phone'),
      horaires: text('Horaires', 'centres.opening_hours'),
      acces: text('Venir', 'centres.access_directions'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['nom', 'ville', 'telephone', 'horaires'],
    show: ['adresse', 'code_postal', 'acces'],
    filters: ['nom', 'ville'],
    sorts: ['nom', 'ville'],
    order: { by: 'nom', direction: 'asc' },
  }
)
