import { once } from 'node:events'
import { connect } from 'node:net'
import env from '#start/env'
import type { Message } from '@adonisjs/mail'
import mail from '@adonisjs/mail/services/main'
import type { Mail } from '#messaging/render_letter'
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

type SmtpError = { code?: string; responseCode?: number; syscall?: string }

/** Says the code of a failure and none of its words: they name the recipient, and errors are logged. */
export class MailFailure extends Error {
  /** The mail certainly did not leave: the server said no, or was not reached. */
  readonly wasRefused: boolean

  constructor({ code, responseCode, syscall }: SmtpError) {
    super(`The mail server failed: ${responseCode ?? code}`)
    this.wasRefused = responseCode !== undefined || syscall === 'connect' || syscall === 'getaddrinfo'
  }
}

/** The same delivery has the same Message-ID at each attempt, so that mail programs show it once. */
export async function sendMail({ subject, html, text, enclosures, stop }: Mail, to: Recipient, deliveryId: string) {
  const write = (message: Message) => {
    message
      .to(to.email, to.name)
      .subject(subject)
      .messageId(`<${deliveryId}@${new URL(env.get('APP_URL')).hostname}>`)
      .header('Auto-Submitted', 'auto-generated')
      .html(html)
      .text(text)
    // RFC 8058: the reader's mail program shows a button that stops such mails.
    if (stop) message.header('List-Unsubscribe', `<${stop}>`).header('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')
    for (const { name, type, content } of enclosures) message.attachData(content, { filename: name, contentType: type })
  }
  await mail.send(write).catch((error: SmtpError) => {
    throw new MailFailure(error)
  })
}
