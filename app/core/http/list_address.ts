/** The page that an address asks for, the first one when it asks for none that can be. */
export function readPage({ page }: Record<string, unknown>): number {
  const number = Math.trunc(Number(page))
  return number >= 1 && number <= 10_000 ? number : 1
}

/** The address of a list: what is as usual is not said. */
export function listAddress(path: string, asked: Record<string, string | number | null>): string {
  const said = Object.entries(asked).filter(([name, value]) => value !== null && !(name === 'page' && value === 1))
  const query = new URLSearchParams(said.map(([name, value]): [string, string] => [name, String(value)]))
  return query.size > 0 ? `${path}?${query}` : path
}
