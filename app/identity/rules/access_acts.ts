import { administers, type Rights } from '#identity/rules/rights'
import { ok, refuse, type Result } from '#shared/result'
import type { Day } from '#shared/dates'

export type AccessAct = 'change' | 'suspend' | 'resume' | 'revoke' | 'hand_over'

/** The access that somebody acts on; `own`: it is theirs. */
export type ActedOn = { own: boolean; holder: boolean; suspended: boolean; rights: Rights; endsOn: Day | null }

export type ActRefusal = { type: 'own' | 'holder' | 'already' | 'not_an_administrator' | 'not_the_holder' }

/**
 * Decides whether an administrator may do this to an access. Nobody changes their own: another administrator does, so
 * that one is always left. The holder's does not change before the role is handed over, by the holder, to an
 * administrator who stays.
 */
export function decideAct(act: AccessAct, access: ActedOn, actor: { holder: boolean }): Result<null, ActRefusal> {
  if (access.own) return refuse({ type: 'own' })
  if (access.holder) return refuse({ type: 'holder' })
  if (act === 'suspend' && access.suspended) return refuse({ type: 'already' })
  if (act === 'resume' && !access.suspended) return refuse({ type: 'already' })
  if (act === 'hand_over') {
    if (!actor.holder) return refuse({ type: 'not_the_holder' })
    const stays = administers(access.rights) && !access.suspended && access.endsOn === null
    if (!stays) return refuse({ type: 'not_an_administrator' })
  }
  return ok(null)
}

const SENTENCES: Record<ActRefusal['type'], { title: string; text: string }> = {
  own: { title: 'Cet accès est le vôtre', text: 'Un autre administrateur du compte peut le changer.' },
  holder: { title: 'Cet accès est celui du titulaire', text: "Le titulaire transmet d'abord son rôle à un autre administrateur." },
  already: { title: "L'accès a changé entre-temps", text: "Rien n'a été enregistré. La page montre comment il est maintenant." },
  not_an_administrator: {
    title: 'Le rôle de titulaire ne peut pas être transmis à cette personne',
    text: "Il faut un administrateur dont l'accès est ouvert et n'a pas de dernier jour.",
  },
  not_the_holder: { title: "Vous n'êtes pas titulaire de ce compte", text: 'Seul le titulaire transmet ce rôle.' },
}

export const actRefusalSentence = ({ type }: ActRefusal) => SENTENCES[type]
