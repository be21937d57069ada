import { COMPANIES } from '#database/demo/companies'
import { DEMO_PASSWORD, DEMO_STAFF, DEMO_USERS } from '#database/demo/accounts'

export type Account = { as: string; member?: string; members?: string[]; identifier: string; password: string; totpSecret?: string }

const password = DEMO_PASSWORD
const numberOf = (key: string) => COMPANIES.find((company) => company.key === key)!.number

/** What to type to be each of the demo's people: a holder of one member by its number, the others by their e-mail. */
export function demoAccounts(): Account[] {
  // The neighbour only fills the planning.
  const users = DEMO_USERS.filter(({ as }) => as !== 'neighbour').map(({ as, email, accesses }) => {
    const members = accesses.map(({ company }) => numberOf(company))
    const isHolder = accesses.length === 1 && accesses[0]!.holder === true
    return { as, member: members[0]!, ...(members.length > 1 && { members }), identifier: isHolder ? members[0]! : email, password }
  })
  const staff = DEMO_STAFF.map(({ as, email, totpSecret }) => ({ as, identifier: email, password, totpSecret }))
  return [...users, ...staff]
}
