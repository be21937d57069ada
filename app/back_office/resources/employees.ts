import { choice, day, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { CATEGORIES } from '#back_office/words'

export const employees = secureResource(
  {
    id: 'salaries',
    label: 'Salariés',
    from: `employees join members on members.id = employees.member_id
      left join sites on sites.id = employees.site_id`,
    key: 'employees.id',
    columns: {
      nom: text('Nom', 'employees.family_name'),
      prenom: text('Prénom', 'employees.first_name'),
      entreprise: text('Entreprise', 'members.company_name'),
      numero: text("Numéro d'adhérent", 'members.member_number'),
      poste: text('Poste', 'employees.job_title'),
      suivi: choice('Suivi', 'employees.category', CATEGORIES),
      entree: day('Entrée', 'employees.hired_on'),
      sortie: day('Sortie', 'employees.left_on'),
      naissance: day('Date de naissance', 'employees.birth_date'),
      site: text('Site', 'sites.name'),
    },
  },
  {
    roles: ['member_relations', 'planner', 'health', 'auditor'],
    list: ['nom', 'prenom', 'entreprise', 'poste', 'suivi', 'entree'],
    show: ['numero', 'site', 'naissance', 'sortie'],
    filters: ['nom', 'prenom', 'entreprise', 'numero', 'suivi', 'entree'],
    sorts: ['nom', 'prenom', 'entreprise', 'entree'],
    order: { by: 'nom', direction: 'asc' },
  }
)
