import vine from '@vinejs/vine'
import { EMPLOYEE_ANSWERS, type EmployeeAnswer } from '#visits/rules/employee_answers'

export const answerValidator = vine.create({ reponse: vine.enum(EMPLOYEE_ANSWERS.map(({ code }) => code)) })

export function answerOf(code: string): EmployeeAnswer {
  return EMPLOYEE_ANSWERS.find((one) => one.code === code)!.answer
}
