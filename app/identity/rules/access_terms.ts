import { areContradictory, administers, type Rights } from '#identity/rules/rights'
import { ok, refuse, type Result } from '#shared/result'
import { formatDay, type Day } from '#shared/dates'

/** What an access lets somebody do, where, until when. */
export type AccessTerms = { rights: Rights; siteIds: string[] | null; endsOn: Day | null }

export type TermsRefusal = { type: 'no_right' | 'contradictory' | 'every_site' | 'no_site' | 'past'; field: string; message: string }

const NO_RIGHT = 'Donnez au moins un droit, ou retirez cet accès'
const CONTRADICTORY = "Qui modifie les accès peut se donner tous les droits\u00a0: choisissez Administrateur, ou laissez l'accès en lecture"
const EVERY_SITE = "Un administrateur voit tous les sites\u00a0: choisissez d'autres droits pour limiter les sites"
const NO_SITE = 'Cochez au moins un site'

/**
 * Decides whether such terms can be given. An administrator sees every site; an end is today or later. `fields` are
 * those of the form.
 */
export function decideTerms(terms: AccessTerms, today: Day): Result<AccessTerms, TermsRefusal> {
  const { rights, siteIds, endsOn } = terms
  if (Object.values(rights).every((level) => level === 'none')) return refuse({ type: 'no_right', field: 'droits', message: NO_RIGHT })
  if (areContradictory(rights)) return refuse({ type: 'contradictory', field: 'droits', message: CONTRADICTORY })
  if (siteIds !== null && administers(rights)) return refuse({ type: 'every_site', field: 'etendue', message: EVERY_SITE })
  if (siteIds?.length === 0) return refuse({ type: 'no_site', field: 'sites', message: NO_SITE })
  if (endsOn !== null && endsOn < today) {
    return refuse({ type: 'past', field: 'fin', message: `Cette date est passée\u00a0: indiquez une date à partir d'aujourd'hui, ${formatDay(today)}` })
  }
  return ok(terms)
}

/** Whether the terms are the same; the order of the sites says nothing. */
export function sameTerms(one: AccessTerms, other: AccessTerms): boolean {
  const sites = (ids: string[] | null) => ids && [...ids].toSorted().join()
  return (
    one.endsOn === other.endsOn &&
    sites(one.siteIds) === sites(other.siteIds) &&
    Object.entries(one.rights).every(([domain, level]) => other.rights[domain as keyof Rights] === level)
  )
}
