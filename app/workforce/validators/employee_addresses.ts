import { SORTS, type EmployeeFilters, type Sort } from '#workforce/validators/employee_filters'

const LIST = '/salaries'

const COLUMNS: Record<Sort, string> = { nom: 'Salarié', site: 'Site', suivi: 'Suivi', echeance: 'À voir avant le' }

/** The address of the list with these filters: what is as usual is not said. */
export function employeesAddress(filters: EmployeeFilters, change: Partial<EmployeeFilters> = {}): string {
  const { q, suivi, echeance, site, presence, tri, descending, page } = { ...filters, ...change }
  const said = {
    q,
    suivi,
    echeance,
    site,
    presence: presence === 'actuels' ? null : presence,
    tri: tri === 'echeance' && !descending ? null : sortCode(tri, descending),
    page: page > 1 ? String(page) : null,
  }
  const query = new URLSearchParams(Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])))
  return query.size > 0 ? `${LIST}?${query}` : LIST
}

/** The value of `tri`: the column, with a minus to go down. */
export function sortCode(tri: Sort, descending: boolean): string {
  return descending ? `-${tri}` : tri
}

/** The heads of the list's columns: each sorts by it, and the one in use turns the order round. */
export function sortColumns(filters: EmployeeFilters) {
  return SORTS.map((tri) => {
    const current = filters.tri === tri
    return {
      label: COLUMNS[tri],
      href: employeesAddress(filters, { tri, descending: current && !filters.descending, page: 1 }),
      sort: current ? (filters.descending ? 'descending' : 'ascending') : undefined,
    }
  })
}
