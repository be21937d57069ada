import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { readForm } from '#core/http/form'
import { readEmployeeIds, showRequestForm } from '#visits/controllers/request_form'
import { requestDraftValidator } from '#visits/validators/request_draft'

/** The form of a request gains or loses an employee; nothing is written, what was typed stays. */
export default class RequestDraftsController {
  async store(ctx: HttpContext) {
    const ids = readEmployeeIds(ctx)
    const form = await readForm(ctx, requestDraftValidator)
    if (!form.ok) return showRequestForm(ctx, { ids, errors: form.error.errors }, now())

    const { choisir, retirer, ajouter } = form.value
    const kept = ids.filter((id) => id !== retirer)
    const chosen = choisir ? [...new Set([...kept, choisir])] : kept
    return showRequestForm(ctx, { ids: chosen, search: choisir ? null : ajouter }, now())
  }
}
