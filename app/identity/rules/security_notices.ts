/** What an account tells its owner by mail. */
export const SECURITY_NOTICES = [
  'password_changed',
  'second_factor_on',
  'second_factor_off',
  'second_factor_changed',
  'recovery_codes_made',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
  'email_changed',
  'email_wanted',
] as const

export type SecurityNotice = (typeof SECURITY_NOTICES)[number]

