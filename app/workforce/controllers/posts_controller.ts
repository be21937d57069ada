import type { HttpContext } from '@adonisjs/core/http'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { orNotFound } from '#core/exceptions/refusals'
import { readForm, type FieldError } from '#core/http/form'
import { formatDay, parisDay } from '#shared/dates'
import { changePost } from '#workforce/actions/change_post'
import { dueKindsOn } from '#workforce/actions/due_kinds_on'
import type { Foreseen } from '#workforce/actions/foresee'
import { takeStep } from '#workforce/controllers/change_steps'
import { dueSentence } from '#workforce/controllers/due_sentence'
import { ADVISED, isExposureEnding } from '#workforce/controllers/exposure_step'
import { STEPS } from '#workforce/controllers/hire_form'
import { DECISIONS } from '#workforce/controllers/visit_decisions'
import { findEmployee } from '#workforce/queries/find_employee'
import { listPosts, type PostRow } from '#workforce/queries/list_posts'
import { riskChoices, riskWords } from '#workforce/rules/risks'
import { findJob, searchJobs } from '#workforce/rules/search_jobs'
import { postError, postValidator } from '#workforce/validators/post'
import { postOf } from '#workforce/validators/post_fields'

const REASON = 'Autre raison'

type Page = { errors?: FieldError[]; foreseen?: Foreseen | null; status?: number; searchesJob?: boolean }

export default class PostsController {
  async create(ctx: HttpContext) {
    return this.#form(ctx)
  }

  async store(ctx: HttpContext) {
    const instant = now()
    if (ctx.request.input('etape') === STEPS.searchJob) return this.#form(ctx, { searchesJob: true })
    const { employee } = await this.#find(ctx)
    const form = await readForm(ctx, postValidator, { today: parisDay(instant) })
    if (!form.ok) return this.#form(ctx, { errors: form.error.errors })
    const fromOn = form.value.a_partir_du!
    const change = { memberId: ctx.currentMember.id, employeeId: employee.id, by: { user: ctx.currentUser.id }, fromOn, post: postOf(form.value as never) }

    const step = await takeStep(
      ctx,
      {
        employeeId: employee.id,
        change: (trx) => changePost(trx, change, instant),
        touching: async (part) => ({ type: 'post', fromOn, dueKinds: await dueKindsOn(part, employee.id, fromOn, instant) }),
        reason: REASON,
        movedFrom: null,
        missing: ({ consequence }) => (isExposureEnding(consequence.becomes) && !form.value.avise ? [ADVISED] : []),
      },
      instant
    )
    if (!step.ok) {
      const { error } = step
      if (error.type === 'refused') return this.#form(ctx, { errors: [postError(error.why)] })
      if (error.type === 'foreseen') return this.#form(ctx, error)
      return this.#form(ctx, { ...error, status: error.conflict ? 409 : 422 })
    }
    const { after } = step.value.foreseen
    flash(ctx, { state: 'fine', title: 'Le poste est enregistré', text: `${change.post.jobTitle}, à partir du ${formatDay(fromOn)}. ${dueSentence(after)}` })
    return seeOther(ctx, `/salaries/${employee.id}`)
  }

  async #form(ctx: HttpContext, { errors = [], foreseen = null, status = 422, searchesJob = false }: Page = {}) {
    const { employee, posts } = await this.#find(ctx)
    if (errors.length > 0) ctx.response.status(status)
    const typed = ctx.request.body()
    const values = ctx.request.method() === 'POST' ? typed : { ...typedOf(posts[0]) }
    return ctx.view.render('workforce/posts/create', {
      employee,
      posts,
      errors,
      foreseen,
      values,
      riskWords,
      findJob,
      risks: riskChoices(),
      jobs: searchesJob ? searchJobs(String(values.intitule ?? '')) : null,
      job: values.pcs ? findJob(String(values.pcs).toLowerCase()) : null,
      exposure: foreseen !== null && isExposureEnding(foreseen.consequence.becomes),
      decisions: DECISIONS,
      mayAsk: ctx.currentMember.rights.visits === 'write',
      steps: STEPS,
    })
  }

  async #find({ member, currentMember, params }: HttpContext) {
    return member(async (trx) => {
      const employee = orNotFound(await findEmployee(trx, currentMember.id, params.id))
      return { employee, posts: await listPosts(trx, employee.id) }
    })
  }
}

// A job change starts from what is known of the post held.
function typedOf(post?: PostRow) {
  if (!post) return {}
  const { jobTitle: intitule, pcsCode: pcs, risks: risques, listedReason, night } = post
  return { intitule, pcs, risques, motif_risque: listedReason, nuit: night ? 'oui' : undefined }
}
