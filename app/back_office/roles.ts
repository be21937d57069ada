import { staff, type StaffRole } from '#core/http/policy'
import { EVERY_ROLE } from '#identity/staff/roles'

/** Who reads the planning, its requests and its visits (DOMAIN 6), beside the administrator. */
export const PLANNING_READERS: readonly StaffRole[] = ['planner', 'member_relations', 'health', 'auditor']

export const anyStaff = () => staff(...EVERY_ROLE)
export const planningReader = () => staff(...PLANNING_READERS)
/** Who takes, plans, refuses, moves, cancels and records. */
export const planner = () => staff('planner')

const MEMBER_READERS: readonly StaffRole[] = ['member_relations', 'planner', 'health', 'billing', 'auditor']

/** Who reads the page of a member: whoever reads their register. */
export const memberReader = () => staff(...MEMBER_READERS)
/** Who reads who may enter a member, and with what rights: whoever reads the register of accesses. */
export const accessReader = () => staff('member_relations', 'auditor')
/** Who opens accounts: sends the link of a first access. */
export const memberRelations = () => staff('member_relations')

export const readsPlanning = (role: StaffRole) => role === 'administrator' || PLANNING_READERS.includes(role)
export const plans = (role: StaffRole) => role === 'administrator' || role === 'planner'
export const opensMembers = (role: StaffRole) => role === 'administrator' || role === 'member_relations'
export const readsAccesses = (role: StaffRole) => opensMembers(role) || role === 'auditor'
/** What an employer wrote may touch on health: for who plans and who cares, not for who answers or controls. */
export const readsReasons = (role: StaffRole) => plans(role) || role === 'health'
export const readsMembers = (role: StaffRole) => role === 'administrator' || MEMBER_READERS.includes(role)
/** Who notes and reads what concerns health: the health team alone, not even an administrator. */
export const caresFor = (role: StaffRole) => role === 'health'
