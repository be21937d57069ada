import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { isDay } from '#shared/dates'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const existing = vine.createRule<undefined>((value, _options, field) => {
  if (!isDay(String(value))) field.report("Cette date n'existe pas", 'day', field)
})
const day = () => vine.string().use(existing(undefined))

const hours = {
  centre: vine.string().uuid(),
  debut: vine.string().regex(TIME),
  fin: vine.string().regex(TIME),
  creneau: vine.number().withoutDecimals().min(10).max(240),
  rythme: vine.number().withoutDecimals().min(1).max(8),
}

const messages = sentences({
  'professionnel.required': 'Choisissez le professionnel',
  'centre.required': 'Choisissez le centre',
  'required': 'Ce champ est à remplir',
  'regex': "Écrivez l'heure comme 08:30",
  'number': 'Écrivez un nombre',
  'withoutDecimals': 'Écrivez un nombre entier',
  'min': '{{ min }} au moins',
  'max': '{{ max }} au plus',
})

/** A new opening: every week on a weekday, or one day only, that on which it begins (`seul`). */
export const openingValidator = vine.create({
  professionnel: vine.string().uuid(),
  jour: vine.enum(['1', '2', '3', '4', '5', '6', '7', 'seul'] as const),
  ...hours,
  a_partir_du: day(),
  jusqu_au: day().optional(),
})

export const openingEditValidator = vine.create({ ...hours, a_partir_du: day() })
export const stopValidator = vine.create({ dernier_jour: day() })
export const closedDayValidator = vine.create({ jour_ferme: day() })
export const absenceValidator = vine.create({ professionnel: vine.string().uuid(), absent_du: day(), absent_au: day() })

for (const validator of [openingValidator, openingEditValidator, stopValidator, closedDayValidator, absenceValidator]) validator.messagesProvider = messages
