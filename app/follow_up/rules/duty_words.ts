import type { DutyCode, WarningCode } from '#follow_up/rules/answer'

const DUTIES: Record<DutyCode, string> = {
  inform_doctor_of_stoppage: 'Informez le médecin du travail de cet arrêt.',
  tell_employee_of_pre_return: "Informez le salarié qu'il peut demander une visite de préreprise. Vous ne la demandez pas à sa place.",
  tell_employee_of_liaison_meeting: "Informez le salarié qu'il peut demander un rendez-vous de liaison. Vous pouvez aussi le proposer.",
  request_return_visit: 'Demandez la visite de reprise dès que vous connaissez la date de retour.',
  inform_service_of_departure: "Informez OSTRA de la fin de l'exposition ou du départ, et dites au salarié que vous l'avez fait.",
  refer_without_delay: 'Orientez sans délai vers le médecin du travail.',
}

const WARNINGS: Record<WarningCode, string> = {
  doctor_date_after_ceiling: 'La date du médecin dépasse la limite de la loi, qui est gardée.',
  human_review: 'La loi ne tranche pas ce cas\u00a0: OSTRA l\'examine.',
  post_started_without_visit: 'Le poste a été pris sans la visite qui doit le précéder.',
}

/** What the employer has to do, in a sentence. */
export function dutyWords(code: DutyCode): string {
  return DUTIES[code]
}

export function warningWords(code: WarningCode): string {
  return WARNINGS[code]
}
