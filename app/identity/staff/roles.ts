import type { StaffRole } from '#core/http/policy'

/** The roles of OSTRA's staff (DOMAIN 6) in the words of their screens. */
export const ROLE_LABELS: Record<StaffRole, string> = {
  administrator: 'administration',
  member_relations: 'relations adhérents',
  planner: 'secrétariat',
  health: 'équipe de santé',
  billing: 'facturation',
  auditor: 'contrôle',
}

export const EVERY_ROLE = Object.keys(ROLE_LABELS) as StaffRole[]
