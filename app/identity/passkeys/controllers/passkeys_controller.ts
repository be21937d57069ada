import type { HttpContext } from '@adonisjs/core/http'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { asUser } from '#core/tenants'
import { deviceName } from '#identity/devices/device_name'
import { addPasskey } from '#identity/passkeys/add_passkey'
import { noteChallenge, takeChallenge } from '#identity/passkeys/challenges'
import { listPasskeys } from '#identity/passkeys/list_passkeys'
import { creationOptions } from '#identity/passkeys/options'
import { removePasskey } from '#identity/passkeys/remove_passkey'
import { askAgain, reauthenticated } from '#identity/reauthentication'
import { findFactors } from '#identity/second_factor/factors'
import { answerOf, newPasskeyValidator } from '#identity/validators/passkey'

const REFUSED = { field: '', message: "Cette clé n'a pas pu être ajoutée\u00a0: recommencez, ou essayez avec une autre" }

export default class PasskeysController {
  async index(ctx: HttpContext) {
    return this.#show(ctx)
  }

  async ask(ctx: HttpContext) {
    if (!reauthenticated(ctx, '/compte/cles', now())) return ctx.response.status(403).json({ page: '/compte/verification' })
    const options = await asUser(ctx.currentUser.id, (trx) => creationOptions(trx, ctx.currentUser))
    await noteChallenge(ctx, 'add', options.challenge, now())
    return ctx.response.json(options)
  }

  async store(ctx: HttpContext) {
    if (!reauthenticated(ctx, '/compte/cles', now())) return askAgain(ctx)
    const form = await readForm(ctx, newPasskeyValidator)
    if (!form.ok) return this.#show(ctx, form.error.errors)
    const challenge = await takeChallenge(ctx, 'add', now())
    const { reponse, nom: name } = form.value
    const added = await addPasskey(ctx.currentUser.id, { response: answerOf<RegistrationResponseJSON>(reponse), challenge, name }, now())
    if (!added.ok) return this.#show(ctx, [REFUSED])
    flash(ctx, { state: 'fine', title: `La clé «\u00a0${name}\u00a0» est ajoutée`, text: 'Elle ouvre votre compte sans mot de passe.' })
    return seeOther(ctx, '/compte/cles')
  }

  async confirm(ctx: HttpContext) {
    const key = await this.#find(ctx)
    const { passkeys, passkeyAfterPassword, totp } = await asUser(ctx.currentUser.id, (trx) => findFactors(trx, ctx.currentUser.id))
    const endsSecondFactor = passkeys === 1 && passkeyAfterPassword && !totp
    return ctx.view.render('identity/passkeys/removal', { key, endsSecondFactor })
  }

  async destroy(ctx: HttpContext) {
    const key = await this.#find(ctx)
    if (!reauthenticated(ctx, `/compte/cles/${key.id}/retrait`, now())) return askAgain(ctx)
    await removePasskey(ctx.currentUser.id, key.id, now())
    flash(ctx, { state: 'fine', title: `La clé «\u00a0${key.name}\u00a0» n'ouvre plus votre compte` })
    return seeOther(ctx, '/compte/cles')
  }

  async #find({ currentUser: { id }, params }: HttpContext) {
    const keys = await asUser(id, (trx) => listPasskeys(trx, id))
    return orNotFound(keys.find((key) => key.id === params.id))
  }

  async #show({ currentUser: { id }, request, response, view }: HttpContext, errors?: FieldError[]) {
    if (errors) response.status(422)
    const keys = await asUser(id, (trx) => listPasskeys(trx, id))
    const name = request.input('nom') ?? deviceName(request.header('user-agent') ?? '')
    return view.render('identity/passkeys/index', { keys, errors, name })
  }
}
