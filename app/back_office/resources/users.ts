import { flag, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'

export const users = secureResource(
  {
    id: 'utilisateurs',
    label: 'Utilisateurs',
    from: 'users',
    key: 'users.id',
    columns: {
      nom: text('Nom', 'users.full_name'),
      email: text('E-mail', 'users.email'),
      // That there is a password, never what is stored of it.
      mot_de_passe: flag('Mot de passe choisi', 'users.password_hash is not null'),
      cree: instant('Création', 'users.created_at'),
    },
  },
  {
    roles: ['member_relations', 'auditor'],
    list: ['nom', 'email', 'mot_de_passe', 'cree'],
    filters: ['nom', 'email', 'cree'],
    sorts: ['nom', 'email', 'cree'],
    order: { by: 'nom', direction: 'asc' },
  }
)
