import { fictitiousSiret } from '#database/demo/company_numbers'
import { createCentre, createPractitioner, type Centre, type Practitioner } from '#tests/support/factories/calendar'
import { createPost, createSituation, postOf } from '#tests/support/factories/employment'
import { insert, type Values } from '#tests/support/factories/rows'
import { nextMemberNumber, uniqueEmail } from '#tests/support/factories/unique'

export type Member = { id: string; number: string; name: string; centre: Centre; doctor: Practitioner; nurse: Practitioner; email: string }
export type Employee = {
  id: string
  memberId: string
  firstName: string
  familyName: string
  name: string
  email: string | null
  jobTitle: string
  category: string
}

/** A member with a centre, a doctor and a nurse of its own, and the contact that convocations go to. */
export async function createMember(values: Values = {}): Promise<Member> {
  const [{ number, siren }, centre, doctor, nurse] = await Promise.all([
    nextMemberNumber(),
    createCentre(),
    createPractitioner('doctor'),
    createPractitioner('nurse'),
  ])
  const row = await insert('members', {
    member_number: number,
    company_name: `Menuiserie ${number}`,
    siren,
    siret: fictitiousSiret(siren),
    naf_code: '43.32A',
    address_line: '12 rue des Charrons',
    postal_code: '35000',
    city: 'Rennes',
    centre_id: centre.id,
    doctor_id: doctor.id,
    nurse_id: nurse.id,
    ...values,
  })
  const contact = await insert('contacts', {
    member_id: row.id,
    role: 'convocations',
    name: 'Camille Dorval',
    email: uniqueEmail('convocations'),
    phone: '02 99 00 00 01',
  })
  return { id: row.id, number: row.member_number, name: row.company_name, centre, doctor, nurse, email: contact.email }
}

/** An employee, with the post held since the hiring; `post: null` for one of whom no post is known. */
export async function createEmployee({
  member,
  post,
  ...values
}: { member: { id: string }; post?: Values | null } & Values): Promise<Employee> {
  const row = await insert('employees', {
    member_id: member.id,
    family_name: 'Le Guern',
    first_name: 'Aurélie',
    birth_date: '1990-05-12',
    email: uniqueEmail('salarie'),
    job_title: 'Menuisière',
    category: 'SI',
    hired_on: '2024-03-04',
    ...values,
  })
  const employee = { id: row.id, memberId: row.member_id }
  if (post !== null) {
    const days = { from_on: row.hired_on, to_on: row.left_on }
    await createPost({ employee, ...days, job_title: row.job_title, ...postOf(row.category), ...post })
    if (row.category === 'SIA' && !post?.night) await createSituation({ employee, from_on: row.hired_on })
  }
  return {
    ...employee,
    firstName: row.first_name,
    familyName: row.family_name,
    name: `${row.first_name} ${row.family_name}`,
    email: row.email,
    jobTitle: row.job_title,
    category: row.category,
  }
}

/** A visit that the law makes due, as the engine would have written it. */
export function createDueVisit({ employee, ...values }: { employee: { id: string; memberId: string } } & Values) {
  return insert('due_visits', {
    employee_id: employee.id,
    member_id: employee.memberId,
    kind: 'periodic_information',
    until_on: '2030-01-31',
    articles: ['R4624-16'],
    ...values,
  })
}
