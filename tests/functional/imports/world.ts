import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { importActivities } from '#workflows/imports/activities'
import { createMember, createUser, rowOf, rowsOf, type Member } from '#tests/support/factories'
import { signedInAs, type Visitor } from '#tests/support/http'

export const HEADER = "Nom;Prénom;Date de naissance;Poste;Date d'entrée"

export const csv = (...lines: string[]) => [HEADER, ...lines].join('\r\n')

/** A member, its holder and their browser, open on the page that takes a file. */
export async function createImporter() {
  const member = await createMember()
  const holder = await createUser({ member, holder: true })
  const someone = await signedInAs(holder)
  await someone.get('/salaries/import')
  return { member, holder, someone }
}

type File = { name: string; content: string | Uint8Array }

/** Sends a file; gives the answer, and the import when there is one. */
export async function send(someone: Visitor, content: File['content'], name = 'effectif.csv') {
  await someone.get('/salaries/import')
  const answer = await someone.upload('/salaries/import', 'fichier', { name, content })
  return { answer, id: answer.location.split('/').at(-1)! }
}

/** What the worker would do until somebody has to decide, or nothing is left. */
export async function work(id: string, clock: { now(): DateTime } = { now }) {
  const { advanceImport } = importActivities(clock)
  for (let steps = 0; steps < 500; steps += 1) {
    const { step } = await advanceImport(id)
    if (step !== 'more') return step
  }
  throw new Error('The import does not come to rest')
}

/** Sends a file, has it compared, and opens its preview. */
export async function preview(someone: Visitor, content: File['content'], name?: string) {
  const { answer, id } = await send(someone, content, name)
  if (answer.status !== 303) throw new Error(`${answer.status} ${answer.text.slice(0, 400)}`)
  await work(id)
  return { id, page: await someone.get(`/salaries/import/${id}`) }
}

/** Applies an import as it stands on its page, to the end. */
export async function apply(someone: Visitor, id: string) {
  await someone.get(`/salaries/import/${id}`)
  const answer = await someone.post(`/salaries/import/${id}/application`, await ticked(id))
  await work(id)
  return answer
}

// The boxes of a page, as they are: a form of the test carries one value a name.
async function ticked(id: string) {
  const items = await rowsOf('import_items', { import_id: id })
  const boxes = items.filter(({ accepted }) => accepted !== null)
  return { montre: boxes.map((item) => item.id), accepte: boxes.filter(({ accepted }) => accepted).map((item) => item.id) }
}

export const importOf = (id: string) => rowOf('imports', { id })
export const itemsOf = (id: string) => rowsOf('import_items', { import_id: id })
export const employeesOf = ({ id }: Pick<Member, 'id'>) => rowsOf('employees', { member_id: id })

const OF_PEOPLE = ['employees', 'posts', 'stoppages', 'national_ids', 'employment_changes', 'due_visits']

/** All that the workforce of a member is, in one text: the same text means that nothing was changed. */
export async function stateOf({ id }: Pick<Member, 'id'>): Promise<string> {
  const tables = await Promise.all(OF_PEOPLE.map((table) => rowsOf(table, { member_id: id })))
  return JSON.stringify(tables.map((rows) => rows.map((row) => JSON.stringify(row)).toSorted()))
}
