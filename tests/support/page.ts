export type Form = { method: string; action: string; fields: Record<string, string>; buttons: string[] }

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name) => ENTITIES[name] ?? whole)

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=[\\s/>])`, 'i').exec(tag)
  return found ? decode(found[1] ?? found[2] ?? found[3] ?? '') : undefined
}

const UNREAD = /<(script|style|template)\b[^]*?<\/\1>/gi
const INLINE = /<\/?(?:a|abbr|b|em|i|small|span|strong|time)\b[^>]*>/gi

const words = (html: string) =>
  decode(html.replace(UNREAD, ' ').replace(INLINE, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ').trim()

/** An answer of the application, as a person would read it and a browser would post it. */
export class Page {
  constructor(
    readonly path: string,
    readonly status: number,
    readonly headers: Headers,
    readonly html: string
  ) {}

  /** Where a redirection leads, without the host. */
  get location() {
    return (this.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, '')
  }

  get title() {
    return words(/<title>([^]*?)<\/title>/i.exec(this.html)?.[1] ?? '')
  }

  get heading() {
    return words(/<h1\b[^>]*>([^]*?)<\/h1>/i.exec(this.html)?.[1] ?? '')
  }

  /** All that can be read, every kind of space made a plain one. */
  get text() {
    return words(this.html)
  }

  get links() {
    return [...this.html.matchAll(/<a\b[^>]*>/gi)].map(([tag]) => attribute(tag, 'href') ?? '')
  }

  get forms(): Form[] {
    return [...this.html.matchAll(/(<form\b[^>]*>)([^]*?)<\/form>/gi)].map(([, tag, inside]) => ({
      method: (attribute(tag!, 'method') ?? 'get').toLowerCase(),
      action: attribute(tag!, 'action') ?? this.path,
      fields: fieldsOf(inside!),
      buttons: [...inside!.matchAll(/<button\b[^>]*>([^]*?)<\/button>/gi)].map(([, label]) => words(label!)),
    }))
  }

  /** The form that posts to an address, or that carries a button. */
  form(actionOrButton: string) {
    return this.forms.find(({ action, buttons }) => action === actionOrButton || buttons.includes(actionOrButton))
  }
}

function fieldsOf(html: string) {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input\b[^>]*>/gi)) {
    const name = attribute(tag, 'name')
    const isChoice = ['radio', 'checkbox'].includes(attribute(tag, 'type') ?? '')
    if (!name || (isChoice && attribute(tag, 'checked') === undefined)) continue
    fields[name] = attribute(tag, 'value') ?? (isChoice ? 'on' : '')
  }
  for (const [, tag, value] of html.matchAll(/(<textarea\b[^>]*>)\n?([^]*?)<\/textarea>/gi)) {
    const name = attribute(tag!, 'name')
    if (name) fields[name] = decode(value!)
  }
  for (const [, tag, options] of html.matchAll(/(<select\b[^>]*>)([^]*?)<\/select>/gi)) {
    const tags = [...options!.matchAll(/<option\b[^>]*>/gi)].map(([option]) => option)
    const chosen = tags.find((option) => attribute(option, 'selected') !== undefined) ?? tags[0]
    const name = attribute(tag!, 'name')
    if (name && chosen) fields[name] = attribute(chosen, 'value') ?? ''
  }
  return fields
}
