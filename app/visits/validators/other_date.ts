import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import type { OtherDateRefusal } from '#visits/actions/take_other_date'

export const otherDateValidator = vine.create({
  creneau: vine.string().uuid(),
  /** Which date of the visit the form was about: it may have changed in another tab. */
  convocation: vine.number().withoutDecimals().min(0).max(100_000).optional(),
})

otherDateValidator.messagesProvider = sentences({
  'creneau.required': 'Choisissez une autre date',
  'creneau.uuid': 'Choisissez une des dates proposées',
})

type Wrong = Exclude<OtherDateRefusal['type'], 'too_late' | 'already_started' | 'not_cancellable' | 'not_convoked'>

/** Why this date is not given, when it was free a moment ago or was never proposed. */
export function otherDateRefusalMessage(type: Wrong): string {
  switch (type) {
    case 'slot_taken':
      return "Cette date vient d'être prise. La visite garde sa date\u00a0; en voici d'autres."
    case 'employee_busy':
      return "La personne a déjà un rendez-vous à cette heure. La visite garde sa date\u00a0; choisissez-en une autre."
    case 'after_deadline':
      return "Cette date est après la date limite légale, et d'autres la respectent. Choisissez-en une."
    case 'before_lawful_day':
      return "Cette date est avant la reprise du travail. Choisissez-en une autre."
    case 'moved_meanwhile':
      return 'Cette visite a changé de date entre-temps. Vérifiez sa date actuelle avant d\'en choisir une autre.'
    case 'slot_past':
      return 'Cette date est passée. Choisissez-en une autre.'
    case 'slot_too_short':
    case 'wrong_practitioner':
      return 'Ce créneau ne convient pas à cette visite. Choisissez une des dates proposées.'
  }
}
