import type { HttpContext } from '@adonisjs/core/http'
import type { DateTime } from 'luxon'
import { now } from '#core/clock'
import { flash } from '#core/flash'
import { seeOther } from '#core/htmx'
import { readForm, type FieldError } from '#core/http/form'
import { readIds } from '#core/http/ids'
import { formatDay, parisDay, type Day } from '#shared/dates'
import { counted } from '#shared/wording'
import { hirePeople, type HirePerson, type Hired, type NotHired } from '#workforce/actions/hire_people'
import { withoutWriting } from '#workforce/actions/savepoints'
import { filledRows, readRows, readSites, showHireForm, STEPS } from '#workforce/controllers/hire_form'
import { dueSentence } from '#workforce/controllers/due_sentence'
import { hireValidator, rowOf, type HireTerms } from '#workforce/validators/hire'
import { hireError } from '#workforce/validators/hire_messages'
import { postOf } from '#workforce/validators/post_fields'

const RETURN = 'retour:'

export default class HiresController {
  async create(ctx: HttpContext) {
    return showHireForm(ctx, { rows: 1 })
  }

  async store(ctx: HttpContext) {
    const instant = now()
    const rows = readRows(ctx)
    const step = ctx.request.input('etape')
    if (step === STEPS.addRow) return showHireForm(ctx, { rows: rows + 1 })
    if (step === STEPS.searchJob) return showHireForm(ctx, { rows, searchesJob: true })

    const people = await this.#read(ctx, filledRows(ctx, rows), instant)
    if ('errors' in people) return showHireForm(ctx, { rows, errors: people.errors })
    const who = { memberId: ctx.currentMember.id, by: { user: ctx.currentUser.id } }
    const hire = (save: boolean) =>
      ctx.member((trx) => (save ? hirePeople(trx, people, who, instant) : withoutWriting(trx, (part) => hirePeople(part, people, who, instant))))
    const hired = await hire(step === STEPS.save)
    if (!hired.ok) return this.#refuse(ctx, rows, hired.error)
    if (step !== STEPS.save) return showHireForm(ctx, { rows, hired: hired.value })
    return this.#saved(ctx, hired.value, people[0]!.hiredOn > parisDay(instant) ? people[0]!.hiredOn : null)
  }

  async #read(ctx: HttpContext, filled: number[], instant: DateTime): Promise<HirePerson[] | { errors: FieldError[] }> {
    const siteIds = (await readSites(ctx)).map(({ id }) => id)
    const siteRequired = ctx.currentMember.siteIds !== null
    const form = await readForm(ctx, hireValidator(filled, { siteIds, siteRequired }), { today: parisDay(instant) })
    if (!form.ok) return form.error
    const values = form.value as HireTerms & Record<string, any>
    return filled.map((row) => {
      const { nom, prenom, naissance, email, telephone, matricule, deja } = rowOf(values, row)
      return {
        row,
        sure: deja === 'autre',
        returns: deja?.startsWith(RETURN) ? readIds(deja.slice(RETURN.length))[0]! : null,
        hiredOn: values.entree,
        contract: { nature: values.contrat, endOn: values.fin_contrat ?? null },
        post: postOf(values as never),
        identity: {
          siteId: values.site ?? null,
          familyName: nom,
          firstName: prenom,
          birthDate: naissance,
          email: email ?? null,
          phone: telephone ?? null,
          payrollId: matricule ?? null,
          needs: [],
          interpreterLanguage: null,
        },
      }
    })
  }

  #refuse(ctx: HttpContext, rows: number, { refused }: NotHired) {
    const known = new Map(refused.flatMap(({ row, why }) => (why.type === 'known' ? [[row, why.matches] as const] : [])))
    const errors = refused.map(({ row, why }) => refusalError(row, why))
    const another = refused.filter(({ why }) => why.type === 'somebody_else').map(({ row }) => row)
    return showHireForm(ctx, { rows, errors, known, another })
  }

  // All the people of a form enter on one day; `laterOn`: when it is to come.
  #saved(ctx: HttpContext, hired: Hired[], laterOn: Day | null) {
    const [first] = hired
    const [who, one] = hired.length === 1 ? [first!.name, true] : [counted(hired.length, 'salarié', 'salariés'), false]
    const asked = hired.filter(({ requestId }) => requestId !== null).length
    flash(ctx, {
      state: 'fine',
      title: laterOn ? `${who} ${one ? 'entre' : 'entrent'} le ${formatDay(laterOn)}` : `${who} ${one ? 'est ' : ''}dans votre effectif`,
      text: [hired.length === 1 ? dueSentence(first!.followUp) : 'Les visites dues sont sur chaque fiche.', asked > 0 && `${counted(asked, 'demande de rendez-vous envoyée', 'demandes de rendez-vous envoyées')}.`]
        .filter(Boolean)
        .join(' '),
    })
    return seeOther(ctx, hired.length === 1 ? `/salaries/${first!.employeeId}` : '/salaries')
  }
}

function refusalError(row: number, why: NotHired['refused'][number]['why']): FieldError {
  const suffix = `_${row}`
  switch (why.type) {
    case 'known':
      return { field: `deja${suffix}`, message: `${why.matches[0]!.name}, même date de naissance, est déjà connu\u00a0: dites si c'est la même personne` }
    case 'twice':
      return { field: `nom${suffix}`, message: `Cette personne est déjà sur la ligne ${why.otherRow}` }
    case 'still_present':
      return { field: `deja${suffix}`, message: "Cette personne est encore dans l'effectif\u00a0: son retour ne peut pas être saisi" }
    case 'somebody_else':
      return { field: `nom${suffix}`, message: "Ce nom et cette date de naissance ne sont plus ceux du salarié que vous avez dit revenir\u00a0: corrigez-les, ou enregistrez de nouveau pour créer une autre fiche" }
    case 'leaves_later':
      return { field: 'entree', message: `Cette personne est dans votre effectif jusqu'au ${formatDay(why.leftOn)}\u00a0: déclarez son retour à partir du lendemain, ou annulez sa sortie si le contrat se poursuit` }
    case 'before_departure':
      return { field: 'entree', message: `Cette personne n'est sortie que le ${formatDay(why.leftOn)}\u00a0: indiquez une entrée après ce jour` }
    default:
      return hireError(why, suffix)
  }
}
