import { choice, day, flag, instant, text } from '#back_office/registers/column'
import { secureResource } from '#back_office/registers/register'
import { CUSTOM_LABEL, PRESETS, presetLabel, rightsOf } from '#identity/rules/rights'

const PRESET_LABELS = { ...Object.fromEntries(PRESETS.map((preset) => [preset, presetLabel(preset)])), sur_mesure: CUSTOM_LABEL }

// What is stored is the rights; their name is that of the preset which allows just this.
const PRESET = `(case ${PRESETS.map((preset) => `when accesses.rights = '${JSON.stringify(rightsOf(preset))}' then '${preset}'`).join(' ')} else 'sur_mesure' end)`

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
      droits: choice('Droits', PRESET, PRESET_LABELS),
      titulaire: flag('Titulaire', 'accesses.holder'),
      tous_les_sites: flag('Tous les sites', 'accesses.site_ids is null'),
      fin: day('Dernier jour', 'accesses.ends_on'),
      suspendu: instant('Suspension', 'accesses.suspended_at'),
      ouvert: instant('Ouverture', 'accesses.created_at'),
      retire: instant('Retrait', 'accesses.revoked_at'),
    },
  },
  {
    roles: ['member_relations', 'auditor'],
    list: ['utilisateur', 'entreprise', 'droits', 'titulaire', 'retire'],
    show: ['email', 'numero', 'tous_les_sites', 'fin', 'suspendu', 'ouvert'],
    filters: ['utilisateur', 'entreprise', 'numero', 'droits', 'retire'],
    sorts: ['utilisateur', 'entreprise', 'retire'],
    order: { by: 'entreprise', direction: 'asc' },
  }
)
