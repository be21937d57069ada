import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { formatDay } from '#shared/dates'
import type { PostRefusal } from '#workforce/rules/post_start'
import { dayField } from '#workforce/validators/fields'
import { POST_FIELDS, POST_SENTENCES } from '#workforce/validators/post_fields'

export const postValidator = vine.create({
  a_partir_du: dayField({ missing: 'Indiquez à partir de quand' }),
  ...POST_FIELDS,
  avise: vine.literal('oui').optional(),
})

postValidator.messagesProvider = sentences({ ...POST_SENTENCES, 'avise.literal': 'Cochez ou non cette case' })

const plain = (day: string) => formatDay(day, { weekday: false })

export function postError(refusal: PostRefusal) {
  return { field: 'a_partir_du', message: sentenceOf(refusal) }
}

function sentenceOf(refusal: PostRefusal): string {
  switch (refusal.type) {
    case 'before_hiring':
      return `Cette date est avant l'entrée, le ${plain(refusal.hiredOn)}`
    case 'after_departure':
      return `Cette date est après la sortie, le ${plain(refusal.leftOn)}`
    case 'before_current_post':
      return `Le poste actuel est tenu depuis le ${plain(refusal.currentFrom)}\u00a0: indiquez ce jour pour le corriger, ou un jour d'après`
  }
}
