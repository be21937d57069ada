import type { StaffRole } from '#core/http/policy'
import type { Column } from '#back_office/registers/column'

/** What a register is: rows of the database with the columns it knows. Knowing a column shows it to nobody yet. */
export type Register<Name extends string = string> = {
  /** Its place in the address: /admin/resources/<id>. */
  id: string
  label: string
  /** The tables it reads, joined; `key` is the id of its rows. */
  from: string
  key: string
  columns: Readonly<Record<Name, Column>>
}

/** What is open in a register; whatever is not listed is closed. */
export type RegisterPolicy<Name extends string = string> = {
  /** Beside the administrator. */
  roles: readonly StaffRole[]
  list: readonly Name[]
  /** On a row's own page, beside those of the list. */
  show?: readonly Name[]
  /** Columns that some of these roles alone may see, beside the administrator. */
  reserved?: Partial<Record<NoInfer<Name>, readonly StaffRole[]>>
  filters: readonly NoInfer<Name>[]
  sorts: readonly NoInfer<Name>[]
  order: { by: NoInfer<Name>; direction: 'asc' | 'desc' }
  /** The page of ours that shows a row better than AdminJS: /admin/visites for /admin/visites/<id>. */
  page?: string
}

export type SecuredRegister = Register & { policy: RegisterPolicy }

/** The only way for a register to be in AdminJS. */
export function secureResource<Name extends string>(
  register: Register<Name>,
  policy: RegisterPolicy<Name>
): SecuredRegister {
  return { ...register, policy: { ...policy, roles: ['administrator', ...policy.roles] } } as SecuredRegister
}

export function mayOpen(register: SecuredRegister, role: StaffRole): boolean {
  return register.policy.roles.includes(role)
}

/** The register as a role sees it: without the columns that are reserved to others. */
export function registerOf(register: SecuredRegister, role: StaffRole): SecuredRegister {
  const { policy } = register
  const isOpen = (name: string) => role === 'administrator' || (policy.reserved?.[name]?.includes(role) ?? true)
  return {
    ...register,
    policy: { ...policy, list: policy.list.filter(isOpen), show: policy.show?.filter(isOpen), filters: policy.filters.filter(isOpen), sorts: policy.sorts.filter(isOpen) },
  }
}

/** The columns that leave the server, in the order of the screen. */
export function visibleColumns({ policy }: SecuredRegister): string[] {
  return [...new Set([...policy.list, ...(policy.show ?? [])])]
}
