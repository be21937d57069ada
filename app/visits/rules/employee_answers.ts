/** What the person convoked answers to one date of a visit, once. */
export type EmployeeAnswer = 'coming' | 'not_coming'

/** The answers, in the words of the form that gives them. */
export const EMPLOYEE_ANSWERS: readonly { code: string; answer: EmployeeAnswer }[] = [
  { code: 'je_viens', answer: 'coming' },
  { code: 'je_ne_viens_pas', answer: 'not_coming' },
]
