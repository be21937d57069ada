import { NotFound } from '#core/exceptions/refusals'

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const UUID = new RegExp(`^${ID}$`, 'i')

/**
 * The ids that an address or a form carries under one name, each once.
 * @throws NotFound for what can be nothing's id.
 */
export function readIds(value: unknown): string[] {
  const ids = [value ?? []].flat(2).filter((id) => id !== null)
  if (!ids.every((id) => typeof id === 'string' && UUID.test(id))) throw new NotFound()
  return [...new Set(ids.map((id) => (id as string).toLowerCase()))]
}

/** Matches the `:id` of an address such as `/convocations/:id.pdf`, of which the router shows its matcher the whole last part. */
export function idBefore(extension: string): RegExp {
  return new RegExp(`^${ID}\\.${extension}$`, 'i')
}
