import vine from '@vinejs/vine'

/** A name is one line: what a mail or a file would take for the beginning of something else is refused. */
export const oneLine = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value === 'string' && /[\r\n\t]/.test(value)) field.report('Écrivez sur une seule ligne', 'one_line', field)
})

/** The name of a person goes into mails to others: it carries no address of a site or of a mailbox. */
export const personName = vine.createRule<undefined>((value, _options, field) => {
  if (typeof value !== 'string') return
  if (/[\r\n\t<>@]|:\/\/|www\./i.test(value)) field.report('Écrivez seulement un prénom et un nom', 'person_name', field)
})
