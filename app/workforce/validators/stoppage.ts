import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { formatDay, type Day } from '#shared/dates'
import type { StoppageFacts } from '#workforce/actions/record_stoppage'
import type { StoppageRefusal } from '#workforce/rules/stoppage_days'
import { STOPPAGE_ORIGINS, type StoppageOrigin } from '#workforce/rules/stoppage_origins'
import { dayField } from '#workforce/validators/fields'

export const stoppageValidator = vine.create({
  origine: vine.enum(STOPPAGE_ORIGINS),
  premier_jour: dayField({ missing: "Indiquez le premier jour de l'arrêt" }),
  dernier_jour: dayField({ missing: "Indiquez le dernier jour de l'arrêt" }),
  prescrit_le: dayField({ notAfterToday: "L'arrêt ne peut pas avoir été prescrit dans le futur" }),
  reprise_le: dayField(),
  visite_demandee: vine.literal('oui').optional(),
})

stoppageValidator.messagesProvider = sentences({
  'origine.required': "Choisissez l'origine de l'arrêt",
  'origine.enum': 'Choisissez une des origines proposées',
  'visite_demandee.literal': 'Cochez ou non cette case',
})

type Typed = {
  origine: StoppageOrigin
  premier_jour?: Day | null
  dernier_jour?: Day | null
  prescrit_le?: Day | null
  reprise_le?: Day | null
  visite_demandee?: unknown
}

export function stoppageOf(typed: Typed): StoppageFacts {
  return {
    origin: typed.origine,
    firstDay: typed.premier_jour!,
    lastDay: typed.dernier_jour!,
    prescribedOn: typed.prescrit_le ?? null,
    returnOn: typed.reprise_le ?? null,
    returnVisitAsked: Boolean(typed.visite_demandee),
  }
}

const plain = (day: string) => formatDay(day, { weekday: false })

/** The sentence of a refused stoppage, beside the field that mends it. */
export function stoppageError(refusal: StoppageRefusal) {
  switch (refusal.type) {
    case 'ends_before_start':
      return { field: 'dernier_jour', message: "Le dernier jour est avant le premier" }
    case 'too_long':
      return { field: 'dernier_jour', message: "Un arrêt ne dure pas plus de trois ans\u00a0: vérifiez l'année" }
    case 'not_employed':
      return {
        field: 'premier_jour',
        message: `Ce jour est hors du contrat\u00a0: entrée le ${plain(refusal.hiredOn)}${refusal.leftOn ? `, sortie le ${plain(refusal.leftOn)}` : ''}`,
      }
    case 'prescribed_later':
      return { field: 'prescrit_le', message: "L'arrêt ne peut pas avoir été prescrit dans le futur" }
    case 'return_too_early':
      return { field: 'reprise_le', message: "La reprise est avant le premier jour de l'arrêt, ou ce jour-là" }
    case 'overlaps':
      return {
        field: 'premier_jour',
        message: `Un arrêt est déjà déclaré du ${plain(refusal.firstDay)} au ${plain(refusal.lastDay)}\u00a0: corrigez-le, ou déclarez la prolongation à partir du lendemain`,
      }
  }
}
