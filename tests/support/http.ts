import { randomInt } from 'node:crypto'
import { Page } from '#tests/support/page'
import { portalUrl } from '#tests/support/portal'

export { Page }

type Fields = Record<string, string | string[] | undefined>
type Asked = { htmx?: boolean; headers?: Record<string, string> }

/** A browser without a screen: keeps its cookies, follows no redirection, remembers the last page. */
export class Visitor {
  #cookies = new Map<string, string>()
  /** Each sits at an address of its own, as behind a proxy of this machine: the tries of one do not slow the others. */
  address = someAddress()
  page: Page | undefined

  constructor(readonly baseUrl = portalUrl()) {}

  get(path: string, { htmx, headers }: Asked = {}) {
    return this.#send('GET', path, { ...(htmx && { 'HX-Request': 'true' }), ...headers })
  }

  /**
   * Posts what the form of the last page (or of `from`) would: its hidden fields and its values, then `fields` over
   * them. `undefined` leaves a field out, so `{ _csrf: undefined }` is a forged form.
   */
  async post(path: string, fields: Fields = {}, { htmx, headers, from = this.page }: Asked & { from?: Page } = {}) {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...(await this.#formFields(path, from)), ...fields })) {
      for (const item of [value].flat()) if (item !== undefined) body.append(name, item)
    }
    return this.#send('POST', path, { ...(htmx && { 'HX-Request': 'true' }), ...headers }, body)
  }

  /** Posts the form of the last page with a file in it, as its `multipart/form-data` would. */
  async upload(path: string, field: string, file: { name: string; content: string | Uint8Array }, fields: Fields = {}) {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...(await this.#formFields(path, this.page)), ...fields })) {
      for (const item of [value].flat()) if (item !== undefined && name !== field) body.append(name, item)
    }
    const content = typeof file.content === 'string' ? file.content : new Uint8Array(file.content)
    body.append(field, new Blob([content]), file.name)
    return this.#send('POST', path, {}, body)
  }

  /** Goes where the last answer redirects to. */
  follow(page = this.page!) {
    return this.get(page.location)
  }

  /** Through the real form. Answers the page after it. */
  async signIn({ identifier, password }: { identifier: string; password: string }) {
    await this.get('/connexion')
    return this.post('/connexion', { identifiant: identifier, mot_de_passe: password })
  }

  signOut() {
    return this.post('/deconnexion')
  }

  /** The cookies as another client would carry them: a stolen session, a browser context. */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  async #formFields(path: string, from?: Page): Promise<Record<string, string>> {
    const form = from?.forms.find(({ method, action }) => method === 'post' && action.split(/[?#]/)[0] === path.split('?')[0])
    if (form) return form.fields
    const hidden = from?.forms.map(({ fields }) => fields).find(({ _csrf: token }) => token)
    const adherent = from?.forms.map(({ fields }) => fields.adherent).find(Boolean)
    const token = hidden?._csrf ?? (await this.#anyToken())
    return { _csrf: token, ...(adherent && { adherent }) }
  }

  async #anyToken() {
    const { page } = this
    const open = await this.get('/mot-de-passe/oublie')
    this.page = page
    return open.forms.find(({ fields }) => fields._csrf)?.fields._csrf ?? ''
  }

  async #send(method: string, path: string, headers: Record<string, string>, body?: URLSearchParams | FormData) {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      body,
      redirect: 'manual',
      headers: { 'X-Forwarded-For': this.address, 'Cookie': [...this.#cookies].map((pair) => pair.join('=')).join('; '), 'Accept': 'text/html', ...headers },
    })
    this.#keepCookies(response.headers.getSetCookie())
    const page = new Page(path, response.status, response.headers, await response.text())
    if (page.html) this.page = page
    return page
  }

  #keepCookies(lines: string[]) {
    for (const line of lines) {
      const [pair] = line.split(';')
      const name = pair!.slice(0, pair!.indexOf('='))
      const gone = /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)
      if (gone) this.#cookies.delete(name)
      else this.#cookies.set(name, pair!.slice(name.length + 1))
    }
  }
}

const someAddress = () => `10.${[randomInt(256), randomInt(256), randomInt(1, 255)].join('.')}`

export const visitor = (baseUrl?: string) => new Visitor(baseUrl)

/** A visitor who is already in, by the real form. */
export async function signedInAs(user: { identifier: string; password: string }) {
  const someone = visitor()
  const page = await someone.signIn(user)
  if (page.status !== 303) throw new Error(`${user.identifier} could not sign in: ${page.status} ${page.text.slice(0, 300)}`)
  return someone
}
