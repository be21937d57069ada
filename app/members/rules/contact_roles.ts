export const CONTACT_ROLES = ['management', 'human_resources', 'convocations', 'billing'] as const

export type ContactRole = (typeof CONTACT_ROLES)[number]

const LABELS: Record<ContactRole, string> = {
  management: 'Direction',
  human_resources: 'Ressources humaines',
  convocations: 'Convocations',
  billing: 'Facturation',
}

/** What the screens call a contact's role. */
export function contactRoleLabel(role: ContactRole): string {
  return LABELS[role]
}
