import type { HttpContext } from '@adonisjs/core/http'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { record } from '#core/journal'
import { asUser } from '#core/tenants'
import { renderAccount } from '#identity/account/account'
import { nameValidator } from '#identity/validators/account'

export default class NamesController {
  async create(ctx: HttpContext) {
    return this.#show(ctx, { nom: ctx.currentUser.name })
  }

  async store(ctx: HttpContext) {
    const { id } = ctx.currentUser
    const form = await readForm(ctx, nameValidator)
    if (!form.ok) {
      ctx.response.status(422)
      return this.#show(ctx, { nom: ctx.request.input('nom'), errors: form.error.errors })
    }
    await asUser(id, async (trx) => {
      const changed = await trx.from('users').where('id', id).whereNot('full_name', form.value.nom).update({ full_name: form.value.nom }, ['id'])
      if (changed.length > 0) await record(trx, { actor: { kind: 'user', id }, event: 'name.changed', subjectId: id })
    })
    flash(ctx, { state: 'fine', title: 'Votre nom est enregistré', text: 'OSTRA et les autres utilisateurs de vos comptes le voient ainsi.' })
    return seeOther(ctx, '/compte')
  }

  #show(ctx: HttpContext, data: { nom: unknown; errors?: FieldError[] }) {
    return renderAccount(ctx, 'name', data)
  }
}
