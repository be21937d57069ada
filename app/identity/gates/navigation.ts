import type { HttpContext } from '@adonisjs/core/http'
import type { Domain } from '#core/http/policy'
import { allows } from '#identity/rules/rights'
import { IDLE_MINUTES, IDLE_WARNING_MINUTES } from '#identity/rules/session_limits'

const MENU: { label: string; href: string; domain: Domain | null }[] = [
  { label: 'Tableau de bord', href: '/tableau-de-bord', domain: null },
  { label: 'Entreprise', href: '/entreprise', domain: 'company' },
  { label: 'Salariés', href: '/salaries', domain: 'workforce' },
  { label: 'Demandes', href: '/demandes', domain: 'visits' },
  { label: 'Convocations', href: '/convocations', domain: 'visits' },
]

/** The two menus of a signed-in page: what the user may open, and where they are. */
export function shareNavigation(ctx: HttpContext) {
  const { currentUser: user, currentMember: member, request } = ctx
  const entry = ({ label, href }: { label: string; href: string }) => ({
    label,
    href,
    current: request.url() === href ? 'page' : request.url().startsWith(`${href}/`) ? 'true' : undefined,
  })
  ctx.view.share({
    user: { id: user.id, name: user.name },
    member: member && { id: member.id, number: member.number, name: member.name },
    memberCount: user.accesses.length,
    idle: { warnAfter: IDLE_WARNING_MINUTES * 60, endAfter: IDLE_MINUTES * 60 },
    menu: member
      ? MENU.filter(({ domain }) => !domain || allows(member.rights, domain, 'read')).map(entry)
      : [],
    accountMenu: [
      { label: 'Mon compte', href: '/compte' },
      ...(member && allows(member.rights, 'access', 'read') ? [{ label: 'Gestion des accès', href: '/acces' }] : []),
      { label: 'Mes comptes adhérents', href: '/comptes' },
    ].map(entry),
    notices: member && (allows(member.rights, 'visits', 'read') ? (user.notices[member.id] ?? 0) : 0),
  })
}
