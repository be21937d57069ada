import type { Act } from '#core/journal_events'

export const ACT_LABELS: Record<Act, string> = {
  sign_in: 'Connexions',
  refusal: 'Refus',
  rights: 'Accès et droits',
  company: 'Entreprise',
  workforce: 'Salariés',
  request: 'Demandes',
  visit: 'Convocations et visites',
  document: 'Documents ouverts',
  export: 'Exports',
  account: 'Comptes utilisateurs',
  team: 'Équipe OSTRA',
}
