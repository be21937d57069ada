import vine from '@vinejs/vine'
import { dateInputMessage, parseFrenchDate, type Day } from '#shared/dates'
import { readPhone } from '#shared/phone'
import { isPersonName } from '#workforce/rules/person_name'

type DayOptions = { missing?: string; notAfterToday?: string }

const day = vine.createRule<DayOptions>(
  (value, { missing, notAfterToday }, field) => {
    if (value === undefined || value === null) {
      if (missing) field.report(missing, 'day_missing', field)
      return
    }
    const parsed = parseFrenchDate(String(value))
    if (!parsed.ok) return field.report(dateInputMessage(parsed.error), 'day', field)
    if (notAfterToday && parsed.value > (field.meta.today as Day)) return field.report(notAfterToday, 'day', field)
    field.mutate(parsed.value, field)
  },
  { implicit: true }
)

/** A date as people type it; its value is a day. `notAfterToday`: the sentence for a day to come (`meta.today`). */
export const dayField = (options: DayOptions = {}) => vine.string().optional().use(day(options))

const personName = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string' || isPersonName(value)) return
  field.report("Un nom se compose de lettres, de traits d'union et d'apostrophes", 'person_name', field)
})

export const nameField = () => vine.string().trim().maxLength(80).use(personName())

const phone = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  const written = readPhone(value)
  if (written) return field.mutate(written, field)
  field.report("Ce numéro de téléphone n'existe pas\u00a0: écrivez-le par exemple 06 12 34 56 78, ou +32… pour l'étranger", 'phone', field)
})

export const phoneField = () => vine.string().maxLength(40).use(phone()).optional()

export const emailField = () => vine.string().trim().toLowerCase().email().maxLength(254).optional()

const several = vine.createRule<{ known: readonly string[]; message: string }>(
  (value, { known, message }, field) => {
    const chosen = [value ?? []].flat(2).filter((one) => one !== null)
    if (!chosen.every((one) => typeof one === 'string' && known.includes(one))) return field.report(message, 'several', field)
    field.mutate([...new Set(chosen)], field)
  },
  { implicit: true }
)

/** Boxes to tick: none, one or several of those known. */
export const severalField = (known: readonly string[], message: string) => vine.any().optional().use(several({ known, message }))
