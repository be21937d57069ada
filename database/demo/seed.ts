import type { DateTime } from 'luxon'
import { tell } from '#core/outbox'
import type { Trx } from '#core/tenants'
import { refresh } from '#follow_up'
import { parisDay } from '#shared/dates'
import { DEMO_PASSWORD } from '#database/demo/accounts'
import { openDiaries } from '#database/demo/diaries'
import { drawFrom } from '#database/demo/draw'
import { ALL_COMPANIES, writeFirms, type Settled } from '#database/demo/firms'
import { writeInvitation } from '#database/demo/invitation'
import { writeHouse } from '#database/demo/house'
import { emailOf } from '#database/demo/names'
import { writePast, type PastRow } from '#database/demo/past'
import { peopleOf } from '#database/demo/people'
import type { Person } from '#database/demo/person'
import { drawMobile } from '#database/demo/phones'
import { writeReplaced } from '#database/demo/replaced'
import { writePost } from '#database/demo/posts'
import { Rows } from '#database/demo/rows'
import type { Hired, Scene } from '#database/demo/scene'
import { writeStory } from '#database/demo/stories'

const SEED = 35_770

/** A believable OSTRA, as it would stand today: the same people and the same events at every run, days counted from this one. */
export async function seedDemo(trx: Trx, hashPassword: (password: string) => Promise<string>, now: DateTime) {
  const today = parisDay(now)
  const draw = drawFrom(SEED)
  const rows = await Rows.open(trx)
  // Slow by design, so it is made once for all.
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const house = writeHouse(rows, passwordHash, today)
  const diaries = openDiaries(rows, draw, house, today)
  const firms = writeFirms(rows, { house, diaries, passwordHash, now })
  const scene: Scene = { now, today, draw, rows, plannerId: house.plannerId, toStart: [] }

  writeInvitation(scene, firms.get('ormevert')!)
  const employees = ALL_COMPANIES.flatMap((company) =>
    peopleOf(company, today, draw).map((person) => hire(scene, person, firms.get(company.key)!))
  )
  const past = new Map(employees.map((employee) => [keyOf(employee), writePast(scene, employee)]))
  for (const employee of employees) {
    writeStory(scene, employee)
    replace(scene, employee, past)
  }
  await rows.write(trx)
  await complete(trx, employees.map(({ id }) => id), today)
  for (const { workflow, id } of scene.toStart) await tell(trx, workflow, id)
}

const keyOf = ({ firm, firstName, familyName }: Hired) => `${firm.memberId} ${firstName} ${familyName}`

function hire({ rows, draw }: Scene, person: Person, firm: Settled): Hired {
  const { firstName, familyName, jobTitle, site, category, birthDate, leftOn, history, part } = person
  const email = part || draw.happens(0.85) ? emailOf(person, firm.domain) : null
  const { id } = rows.add('employees', {
    member_id: firm.memberId,
    site_id: firm.siteIds.get(site)!,
    family_name: familyName,
    first_name: firstName,
    birth_date: birthDate,
    email,
    phone: draw.happens(0.6) ? drawMobile(draw) : null,
    job_title: jobTitle,
    category,
    contract_nature: jobTitle.startsWith('Apprenti') ? 'apprenticeship' : 'permanent',
    hired_on: history.hiredOn,
    left_on: leftOn,
  })
  writePost(rows, person, { employee_id: id, member_id: firm.memberId })
  return { ...person, id, firm, email }
}

function replace(scene: Scene, employee: Hired, past: Map<string, PastRow[]>) {
  const story = employee.part?.story
  if (story?.type === 'replaced') writeReplaced(scene, employee, past.get(`${employee.firm.memberId} ${story.by}`)!.at(-1)!)
}

/** What the law finds due, then the deadline that it sets to what was asked. */
async function complete(trx: Trx, employeeIds: string[], today: string) {
  await refresh(trx, employeeIds, today)
  await trx.rawQuery(`
    update visit_requests set legal_deadline =
      (select min(until_on) from due_visits where due_visits.employee_id = visit_requests.employee_id)
    where kind = 'follow_up' and legal_deadline is null and closed_at is null`)
}
