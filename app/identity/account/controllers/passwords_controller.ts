import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { accountOf, renderAccount } from '#identity/account/account'
import { changePassword } from '#identity/account/change_password'
import { checkOwnPassword, type PasswordRefusal } from '#identity/account/check_own_password'
import { faultsOfPassword } from '#identity/rules/password_faults'
import { passwordChangeValidator } from '#identity/validators/account'

export const PASSWORD_REFUSED: Record<PasswordRefusal['type'], string> = {
  wrong_password: "Ce n'est pas votre mot de passe actuel",
  too_many_tries: "Trop d'essais ont été refusés\u00a0: attendez un quart d'heure",
}

const SAME = "C'est déjà votre mot de passe\u00a0: choisissez-en un autre"

export default class PasswordsController {
  async create(ctx: HttpContext) {
    return renderAccount(ctx, 'password')
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, passwordChangeValidator)
    if (!form.ok) return this.#refuse(ctx, form.error.errors)
    const { mot_de_passe_actuel: current, mot_de_passe: wanted, confirmation } = form.value
    const errors = faults(ctx, { current, wanted, confirmation })
    if (errors.length > 0) return this.#refuse(ctx, errors)

    const { holder, home } = accountOf(ctx)
    const checked = await checkOwnPassword(holder, current, now())
    if (!checked.ok) return this.#refuse(ctx, [{ field: 'mot_de_passe_actuel', message: PASSWORD_REFUSED[checked.error.type] }])
    await changePassword(ctx, holder, wanted, now())
    flash(ctx, { state: 'fine', title: 'Votre mot de passe est changé', text: 'Les autres appareils sont déconnectés.' })
    return seeOther(ctx, home)
  }

  #refuse(ctx: HttpContext, errors: FieldError[]) {
    ctx.response.status(422)
    return renderAccount(ctx, 'password', { errors })
  }
}

function faults(ctx: HttpContext, { current, wanted, confirmation }: Record<'current' | 'wanted' | 'confirmation', string>): FieldError[] {
  const { email, name } = accountOf(ctx)
  const accounts = ctx.currentUser?.accesses.flatMap(({ memberNumber, companyName }) => [memberNumber, companyName]) ?? []
  const errors = faultsOfPassword({ mot_de_passe: wanted, confirmation }, [email, name, ...accounts])
  if (errors.length === 0 && wanted === current) errors.push({ field: 'mot_de_passe', message: SAME })
  return errors
}
