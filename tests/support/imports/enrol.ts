import { owner } from '#tests/support/factories/rows'
import type { DsnFigure } from '#tests/support/imports/dsn'

/** Puts thousands of people in a workforce at once, as they are before a file changes them. */
export async function enrol(memberId: string, people: readonly DsnFigure[]) {
  for (let from = 0; from < people.length; from += 1000) {
    const piece = people.slice(from, from + 1000)
    await owner().rawQuery(
      `with hired as (
         insert into employees (member_id, family_name, first_name, birth_date, email, payroll_id, job_title, category, hired_on)
         select :memberId, family, first, born, email, number, job, 'SI', start
         from unnest(:family::text[], :first::text[], :born::date[], :emails::text[], :numbers::text[], :jobs::text[], :starts::date[])
           as told (family, first, born, email, number, job, start)
         returning id, member_id, job_title, hired_on)
       insert into posts (employee_id, member_id, from_on, job_title) select id, member_id, hired_on, job_title from hired`,
      {
        memberId,
        family: piece.map(({ familyName }) => familyName),
        first: piece.map(({ firstName }) => firstName),
        born: piece.map(({ birthDate }) => birthDate),
        emails: piece.map(({ email }) => email ?? null),
        numbers: piece.map(({ payrollId }) => payrollId ?? null),
        jobs: piece.map(({ job }) => job),
        starts: piece.map(({ start }) => start),
      } as never
    )
  }
  // As the database itself does within the minute: until then it takes the new table for an empty one.
  await owner().rawQuery('analyze employees, posts')
}
