import type { Visitor } from '#tests/support/http'

/** A file as the browser of this visitor would save it. */
export async function download(someone: Visitor, path: string) {
  const response = await fetch(new URL(path, someone.baseUrl), {
    redirect: 'manual',
    headers: { Cookie: someone.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  })
  const content = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, content, text: new TextDecoder().decode(content) }
}
