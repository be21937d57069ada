import { AppController, type CurrentAdmin } from 'adminjs'
import { adminOf, type RegisterReader } from '#back_office/registers/admin'

export type PageData = { store: string; theme: string }

/**
 * What AdminJS's application starts from. Its own page writes that into a script as it is, so the page is ours:
 * only these two lines of its are kept, and what could end a script is escaped.
 */
export async function pageData(reader: RegisterReader): Promise<PageData> {
  const controller = new AppController({ admin: adminOf(reader.role) }, reader as unknown as CurrentAdmin)
  const page = await controller.index()
  return { store: assigned(page, 'REDUX_STATE'), theme: assigned(page, 'THEME') }
}

function assigned(page: string, name: string) {
  const json = new RegExp(`^\\s*window\\.${name} = (.+);$`, 'm').exec(page)?.[1]
  if (!json) throw new Error(`AdminJS's page no longer sets window.${name}`)
  return scriptSafe(JSON.stringify(JSON.parse(json)))
}

/** JSON that cannot leave its script element, nor be cut by a line that JavaScript knows and JSON does not. */
export function scriptSafe(json: string) {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
