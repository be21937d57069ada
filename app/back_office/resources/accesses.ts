import { choice, flag, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { PRESETS, presetLabel } from '#identity/rules/rights'

const PRESET_LABELS = Object.fromEntries(PRESETS.map((preset) => [preset, presetLabel(preset)]))

export const accesses = secureResource(
  {
    id: 'acces',
    label: 'Accès',
    from: `accesses join users on users.id = accesses.user_id join members on members.id = accesses.member_id`,
    key: 'accesses.id',
    columns: {
      utilisateur: text('Utilisateur', 'users.full_name'),
      email: text('E-mail', 'users.email'),
      entreprise: text('Entreprise', 'members.company_name'),
      numero: text("Numéro d'adhérent", 'members.member_number'),
      droits: choice('Droits', 'accesses.preset', PRESET_LABELS),
      titulaire: flag('Titulaire', 'accesses.holder'),
      ouvert: instant('Ouverture', 'accesses.created_at'),
      retire: instant('Retrait', 'accesses.revoked_at'),
    },
  },
  {
    roles: ['member_relations', 'auditor'],
    list: ['utilisateur', 'entreprise', 'droits', 'titulaire', 'retire'],
    show: ['email', 'numero', 'ouvert'],
    filters: ['utilisateur', 'entreprise', 'numero', 'droits', 'retire'],
    sorts: ['utilisateur', 'entreprise', 'retire'],
    order: { by: 'entreprise', direction: 'asc' },
  }
)
