import { text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const members = secureResource(
  {
    id: 'adherents',
    label: 'Adhérents',
    from: `members join centres on centres.id = members.centre_id
      join practitioners as doctor on doctor.id = members.doctor_id`,
    key: 'members.id',
    columns: {
      numero: text("Numéro d'adhérent", 'members.member_number'),
      entreprise: text('Entreprise', 'members.company_name'),
      siren: text('SIREN', 'members.siren'),
      siret: text('SIRET', 'members.siret'),
      naf: text('NAF', 'members.naf_code'),
      adresse: text('Adresse', 'members.address_line'),
      code_postal: text('Code postal', 'members.postal_code'),
      ville: text('Ville', 'members.city'),
      centre: text('Centre', 'centres.name'),
      medecin: text('Médecin', 'doctor.name'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'billing', 'auditor'],
    list: ['entreprise', 'numero', 'ville', 'centre', 'medecin'],
    show: ['siren', 'siret', 'naf', 'adresse', 'code_postal'],
    filters: ['entreprise', 'numero', 'ville', 'siren'],
    sorts: ['entreprise', 'numero', 'ville', 'centre'],
    order: { by: 'entreprise', direction: 'asc' },
    page: '/admin/adherents',
  }
)
