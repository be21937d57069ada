import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm } from '#core/http/form'
import { chooseWorkforce } from '#workforce/actions/choose_workforce'
import { readWorkforceChoices } from '#workforce/queries/read_workforce_choices'

const validator = vine.create({ automatique: vine.literal('oui').optional() })

/** What the member wants to be done by itself when somebody enters. */
export default class WorkforceChoicesController {
  async create(ctx: HttpContext) {
    const choices = await ctx.member((trx) => readWorkforceChoices(trx, ctx.currentMember.id))
    return ctx.view.render('workforce/choices/create', { choices, errors: [] })
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, validator)
    if (!form.ok) {
      ctx.response.status(422)
      const choices = await ctx.member((trx) => readWorkforceChoices(trx, ctx.currentMember.id))
      return ctx.view.render('workforce/choices/create', { choices, errors: form.error.errors })
    }
    const requestOnHire = Boolean(form.value.automatique)
    await ctx.member((trx) => chooseWorkforce(trx, { memberId: ctx.currentMember.id, userId: ctx.currentUser.id, requestOnHire }, now()))
    const text = requestOnHire ? 'À chaque entrée, le rendez-vous dû est demandé à OSTRA.' : 'Vous demandez vous-même les rendez-vous.'
    flash(ctx, { state: 'fine', title: 'Votre choix est enregistré', text })
    return seeOther(ctx, '/salaries/reglages')
  }
}
