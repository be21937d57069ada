import { eventually } from '#tests/support/eventually'

export type Mail = {
  id: string
  subject: string
  to: string[]
  from: string
  html: string
  text: string
  /** Addresses of the links, in the order of the mail. */
  links: string[]
  headers: Record<string, unknown>
  enclosures: { name: string; type: string; stored: string }[]
}

const api = (path: string) => new URL(`api${path}`, `${process.env.MAILDEV_URL!.replace(/\/$/, '')}/`)

/** Every mail that an address received, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(api('/email'))
  const mails = (await response.json()) as any[]
  return mails.map(readMail).filter(({ to }) => to.includes(address.toLowerCase()))
}

/** Waits for a mail to an address, the newest of those that `wanted` keeps. */
export async function mailTo(address: string, wanted: (mail: Mail) => boolean = () => true, seconds = 30) {
  const mails = await eventually(
    `a mail to ${address}`,
    async () => {
      const found = (await mailsTo(address)).filter(wanted)
      return found.length > 0 ? found : null
    },
    { seconds, everyMs: 100 }
  )
  return mails.at(-1)!
}

/** The header lines of a mail as they travelled, each on one line. */
export async function headerLinesOf({ id }: Mail): Promise<string[]> {
  const source = await (await fetch(api(`/email/${id}/source`))).text()
  const [head] = source.split(/\r?\n\r?\n/)
  return head!.replaceAll(/\r?\n\s+/g, ' ').split(/\r?\n/)
}

/** The files of a mail with their bytes, in their order. */
export function enclosuresOf({ id, enclosures }: Mail) {
  return Promise.all(
    enclosures.map(async ({ name, type, stored }) => {
      const response = await fetch(api(`/email/${id}/attachment/${stored}`))
      return { name, type, content: new Uint8Array(await response.arrayBuffer()) }
    })
  )
}

function readMail(mail: any): Mail {
  const people = (list: any) => [list ?? []].flat().map(({ address }: { address: string }) => address.toLowerCase())
  const html = (mail.html ?? '') as string
  return {
    id: mail.id,
    subject: mail.subject ?? '',
    to: people(mail.to),
    from: people(mail.from)[0] ?? '',
    html,
    text: mail.text ?? '',
    links: [...html.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')),
    headers: mail.headers ?? {},
    enclosures: (mail.attachments ?? []).map((file: any) => ({ name: file.filename, type: file.contentType, stored: file.generatedFileName })),
  }
}
