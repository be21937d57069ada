import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { NotFound, orNotFound } from '#core/exceptions/refusals'
import { addContact, changeContact, removeContact } from '#members/actions/change_contact'
import { findContact } from '#members/queries/find_contact'
import { CONTACT_ROLES, contactRoleLabel, type ContactRole } from '#members/rules/contact_roles'
import { contactValidator } from '#members/validators/contact'

const ROLES = CONTACT_ROLES.map((value) => ({ value, label: contactRoleLabel(value) }))
const SAME: FieldError = { field: 'email', message: 'Cette adresse est déjà celle de ce rôle' }

export default class ContactsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx, {})
  }

  async store(ctx: HttpContext) {
    const form = await readForm(ctx, contactValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const added = await ctx.member((trx) => addContact(trx, { ...this.#who(ctx), ...fieldsOf(form.value) }, now()))
    if (!added.ok) return this.#form(ctx, ctx.request.body(), [SAME])
    flash(ctx, { state: 'fine', title: `${form.value.nom} est ajouté aux contacts`, text: `Rôle\u00a0: ${contactRoleLabel(form.value.role)}.` })
    return seeOther(ctx, '/entreprise')
  }

  async edit(ctx: HttpContext) {
    const contact = await this.#find(ctx)
    return this.#form(ctx, { role: contact.role, nom: contact.name, email: contact.email, telephone: contact.phone })
  }

  async update(ctx: HttpContext) {
    await this.#find(ctx)
    const form = await readForm(ctx, contactValidator)
    if (!form.ok) return this.#form(ctx, ctx.request.body(), form.error.errors)
    const input = { ...this.#who(ctx), ...fieldsOf(form.value), contactId: ctx.params.id as string }
    const changed = await ctx.member((trx) => changeContact(trx, input, now()))
    if (!changed.ok) return this.#refuse(ctx, changed.error)
    if (changed.value) flash(ctx, { state: 'fine', title: 'Le contact est changé', text: "L'ancien reste dans l'historique." })
    return seeOther(ctx, '/entreprise')
  }

  async destroy(ctx: HttpContext) {
    const removed = await ctx.member((trx) => removeContact(trx, { ...this.#who(ctx), contactId: ctx.params.id }, now()))
    if (!removed.ok) return this.#refuse(ctx, removed.error)
    flash(ctx, { state: 'fine', title: `${removed.value.name} n'est plus un contact`, text: "L'historique en garde la trace." })
    return seeOther(ctx, '/entreprise')
  }

  async #refuse(ctx: HttpContext, refusal: { type: 'not_found' } | { type: 'same_contact' } | { type: 'last_of_role'; role: ContactRole }) {
    switch (refusal.type) {
      case 'not_found':
        throw new NotFound()
      case 'same_contact':
        return this.#form(ctx, ctx.request.body(), [SAME])
      case 'last_of_role': {
        ctx.response.status(409)
        const contact = await this.#find(ctx)
        return ctx.view.render('members/contacts/last', { contact, role: contactRoleLabel(refusal.role) })
      }
    }
  }

  #form({ params, response, view }: HttpContext, values: Record<string, unknown>, errors: FieldError[] = []) {
    if (errors.length > 0) response.status(422)
    return view.render('members/contacts/form', { id: params.id, values, errors, roles: ROLES })
  }

  #who({ currentMember, currentUser }: HttpContext) {
    return { memberId: currentMember.id, userId: currentUser.id }
  }

  async #find({ currentMember, member, params }: HttpContext) {
    return orNotFound(await member((trx) => findContact(trx, currentMember.id, params.id)))
  }
}

function fieldsOf({ role, nom, email, telephone }: { role: ContactRole; nom: string; email: string; telephone?: string | null }) {
  return { role, name: nom, email, phone: telephone ?? null }
}
