/** Why a link is mailed: each opens one page, and none does the work of another. */
export const LINK_PURPOSES = ['password_reset', 'first_access', 'email_old', 'email_new'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** Minutes during which a link can be used (SECURITY, Identity). */
export const LINK_MINUTES: Record<LinkPurpose, number> = {
  password_reset: 60,
  first_access: 60,
  email_old: 60,
  email_new: 60,
}
