import AdminJS, { type ActionContext, type ResourceOptions } from 'adminjs'
import type { StaffRole } from '#core/http/policy'
import { filterNames } from '#back_office/registers/filters'
import { FRENCH } from '#back_office/registers/french'
import { mayOpen, registerOf, visibleColumns, type SecuredRegister } from '#back_office/registers/register'
import { SecuredResource } from '#back_office/registers/secured_resource'
import { THEME } from '#back_office/registers/theme'
import { REGISTERS } from '#back_office/resources/index'

/** Who is signed in, as AdminJS knows it: what the page's script may hold. */
export type RegisterReader = { id: string; role: StaffRole }

const OPEN_ACTIONS = ['list', 'show'] as const

const admins = new Map<StaffRole, AdminJS>()

/** The AdminJS of a role. It holds the registers of that role only: what is not in it cannot be asked for. */
export function adminOf(role: StaffRole): AdminJS {
  const known = admins.get(role)
  if (known) return known
  const admin = buildAdmin(role)
  admins.set(role, admin)
  return admin
}

function buildAdmin(role: StaffRole): AdminJS {
  const registers = REGISTERS.filter((register) => mayOpen(register, role)).map((register) => registerOf(register, role))
  const admin = new AdminJS({
    rootPath: '/admin',
    loginPath: '/admin/connexion',
    resources: registers.map((register) => ({ resource: new SecuredResource(register), options: optionsOf(register) })),
    locale: {
      language: 'fr',
      availableLanguages: ['fr'],
      translations: { fr: { ...FRENCH, resources: Object.fromEntries(registers.map(wordsOf)) } },
    },
    branding: { companyName: 'OSTRA', withMadeWithLove: false, logo: false, theme: THEME },
    settings: { defaultPerPage: 25 },
  })
  for (const resource of admin.resources) closeActions(resource.decorate())
  return admin
}

/** AdminJS adds its seven actions to every resource; those that are not open go. */
function closeActions(decorated: { actions: Record<string, unknown> }) {
  for (const name of Object.keys(decorated.actions)) {
    if (!OPEN_ACTIONS.includes(name as (typeof OPEN_ACTIONS)[number])) delete decorated.actions[name]
  }
}

function optionsOf(register: SecuredRegister): ResourceOptions {
  const { policy } = register
  const isAccessible = ({ currentAdmin }: ActionContext) => mayOpen(register, (currentAdmin as unknown as RegisterReader)?.role)
  const shown = visibleColumns(register)
  const filters = filterNames(register)
  const property = (name: string) => ({
    isVisible: {
      list: policy.list.includes(name),
      show: shown.includes(name),
      filter: filters.some((filter) => filter.name === name),
      edit: false,
    },
    isTitle: name === policy.list[0],
    availableValues: choicesOf(filters.find((filter) => filter.name === name)?.column.choices),
  })
  const names = new Set([...shown, ...filters.map(({ name }) => name)])
  return {
    id: register.id,
    titleProperty: policy.list[0]!,
    listProperties: [...policy.list],
    showProperties: shown,
    filterProperties: filters.map(({ name }) => name),
    sort: { sortBy: policy.order.by, direction: policy.order.direction },
    properties: {
      id: { isVisible: false },
      ...Object.fromEntries([...names].map((name) => [name, property(name)])),
    },
    actions: { list: { isAccessible }, show: { isAccessible } },
  }
}

function choicesOf(choices?: Readonly<Record<string, string>>) {
  return choices && Object.entries(choices).map(([value, label]) => ({ value, label }))
}

function wordsOf(register: SecuredRegister) {
  const columns = Object.entries(register.columns).map(([name, { label }]) => [name, label])
  const filters = filterNames(register).map(({ name, label }) => [name, label])
  const properties = Object.fromEntries([...columns, ...filters])
  return [register.id, { labels: { [register.id]: register.label }, properties }] as const
}
