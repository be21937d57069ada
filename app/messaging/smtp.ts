import { once } from 'node:events'
import { connect } from 'node:net'
import env from '#start/env'
import mail from '@adonisjs/mail/services/main'
import type { Letter } from '#messaging/letter'
import type { Recipient } from '#messaging/queries/find_recipient'

const PATIENCE_MS = 10_000

/**
 * Throws when no mail server greets us. Asked before each sending: nodemailer reports a connection lost before the
 * mail and one lost after it in the same words, and only the latter leaves a doubt.
 */
export async function greetSmtp() {
  const { hostname, port, protocol } = new URL(env.get('SMTP_URL'))
  if (protocol === 'smtps:') return
  const socket = connect({ host: hostname, port: Number(port || 25), timeout: PATIENCE_MS })
  socket.on('timeout', () => socket.destroy(new Error('The mail server does not answer')))
  try {
    const [greeting] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [''])])
    if (!String(greeting).startsWith('220')) throw new Error('The mail server does not greet')
    socket.end('QUIT\r\n')
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** Whether the mail certainly did not leave: the server said no, or was not reached. */
export function wasRefused(error: unknown) {
  const { responseCode, syscall, code } = error as { responseCode?: number; syscall?: string; code?: string }
  return responseCode !== undefined || syscall === 'connect' || syscall === 'getaddrinfo' || code === 'EDNS'
}

/** The same delivery has the same Message-ID at each attempt, so that mail programs show it once. */
export async function sendLetter(letter: Letter, to: Recipient, deliveryId: string) {
  await mail.send((message) => {
    message
      .to(to.email, to.name)
      .subject(letter.subject)
      .messageId(`<${deliveryId}@${new URL(env.get('APP_URL')).hostname}>`)
      .header('Auto-Submitted', 'auto-generated')
      .htmlView('messaging/html', { letter })
      .textView('messaging/text', { letter })
  })
}
