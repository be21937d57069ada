import type { LinkPurpose, MintedLink } from '#identity'
import type { Letter } from '#messaging/letter'
import { newEmail, oldEmail } from '#messaging/mails/email_change'
import { firstAccess } from '#messaging/mails/first_access'
import { resetLink } from '#messaging/mails/reset_link'

const LETTERS: Record<LinkPurpose, (link: MintedLink) => Letter> = {
  password_reset: resetLink,
  first_access: firstAccess,
  email_old: oldEmail,
  email_new: newEmail,
}

/** The mail that carries a link, by what the link is for. */
export function accountLink(link: MintedLink): Letter {
  return LETTERS[link.purpose](link)
}
