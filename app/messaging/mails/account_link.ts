import type { LinkPurpose, MintedLink } from '#identity'
import type { Letter } from '#messaging/letter'
import { firstAccess } from '#messaging/mails/first_access'
import { resetLink } from '#messaging/mails/reset_link'

const LETTERS: Partial<Record<LinkPurpose, (link: MintedLink) => Letter>> = {
  password_reset: resetLink,
  first_access: firstAccess,
}

/** The mail that carries a link, by what the link is for. */
export function accountLink(link: MintedLink): Letter {
  const write = LETTERS[link.purpose]
  if (!write) throw new Error(`No mail is written for ${link.purpose}`)
  return write(link)
}
