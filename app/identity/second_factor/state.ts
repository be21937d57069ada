import { findFactors, type Factors } from '#identity/second_factor/factors'
import { asHolder, type Holder } from '#identity/second_factor/holder'
import { countRecoveryCodes } from '#identity/second_factor/recovery_codes'
import { areFew } from '#identity/rules/recovery_codes'

export type SecondFactorState = Factors & { codesLeft: number; fewCodes: boolean }

// Staff have an application, always, and nothing else.
const OF_STAFF: Factors = { totp: true, passkeys: 0, passkeyAfterPassword: false, asked: true }

/** How somebody's second factor stands, for the pages of their account. */
export async function secondFactorState(holder: Holder): Promise<SecondFactorState> {
  return asHolder(holder, async (trx) => {
    const factors = holder.kind === 'user' ? await findFactors(trx, holder.id) : OF_STAFF
    const codesLeft = await countRecoveryCodes(trx, holder)
    return { ...factors, codesLeft, fewCodes: factors.asked && areFew(codesLeft) }
  })
}

export const holdsSecondFactor = async (holder: Holder) => (await secondFactorState(holder)).asked
