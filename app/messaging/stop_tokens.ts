import encryption from '@adonisjs/core/services/encryption'

const PURPOSE = 'notifications.stop'

/** What a mail carries so that whoever reads it can stop such mails without signing in: signed, and good for nothing else. */
export function mintStopToken(userId: string): string {
  return encryption.getMessageVerifier().sign({ userId }, undefined, PURPOSE)
}

/** Whose mails it stops; null when we did not sign it. */
export function readStopToken(token: string): string | null {
  return encryption.getMessageVerifier().unsign<{ userId: string }>(token, PURPOSE)?.userId ?? null
}
