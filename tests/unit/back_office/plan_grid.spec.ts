import { test } from '@japa/runner'
import { planGrid } from '#back_office/rules/plan_grid'
import { parisInstant } from '#shared/dates'

const at = (time: string) => parisInstant('2026-12-01', time)
const slot = (practitionerId: string, from: string, to: string) => ({ id: `${practitionerId} ${from}`, practitionerId, startsAt: at(from), endsAt: at(to) })

/** The grid as one would draw it: a line each, its cells as "practitioner hour × lines". */
function drawn(slots: ReturnType<typeof slot>[], practitioners: string[]) {
  return planGrid(slots, practitioners).map((line) =>
    line.pause
      ? `pause to ${line.until.toFormat('HH:mm')}`
      : `${line.at.toFormat('HH:mm')}: ${line.cells.map(({ slot: own, rows }) => `${own?.id ?? 'nobody'} × ${rows}`).join(', ')}`
  )
}

test.group('The table of a day', () => {
  test('has a line for each moment, and a slot covers those that it lasts', ({ assert }) => {
    assert.deepEqual(drawn([slot('doctor', '09:00', '10:00'), slot('nurse', '09:00', '09:30'), slot('nurse', '09:30', '10:00')], ['doctor', 'nurse']), [
      '09:00: doctor 09:00 × 2, nurse 09:00 × 1',
      '09:30: nurse 09:30 × 1',
    ])
  })

  test('closes a column while its practitioner is not there, in one cell', ({ assert }) => {
    assert.deepEqual(
      drawn([slot('doctor', '09:00', '10:30'), slot('nurse', '09:30', '10:00')], ['doctor', 'nurse']),
      ['09:00: doctor 09:00 × 3, nobody × 1', '09:30: nurse 09:30 × 1', '10:00: nobody × 1']
    )
    assert.deepEqual(
      drawn([slot('doctor', '09:00', '09:30'), slot('doctor', '09:30', '10:00'), slot('nurse', '10:00', '10:30')], ['doctor', 'nurse']),
      ['09:00: doctor 09:00 × 1, nobody × 2', '09:30: doctor 09:30 × 1', '10:00: nobody × 1, nurse 10:00 × 1']
    )
  })

  test('has a pause where nobody is, and no cell runs through it', ({ assert }) => {
    assert.deepEqual(
      drawn([slot('doctor', '09:00', '12:00'), slot('doctor', '14:00', '15:00'), slot('nurse', '14:00', '14:30')], ['doctor', 'nurse']),
      ['09:00: doctor 09:00 × 1, nobody × 1', 'pause to 14:00', '14:00: doctor 14:00 × 2, nurse 14:00 × 1', '14:30: nobody × 1']
    )
  })

  test('covers each line of each column exactly once', ({ assert }) => {
    const slots = [
      slot('a', '08:30', '09:30'), slot('a', '09:30', '10:00'), slot('a', '11:00', '12:00'), slot('b', '08:45', '09:15'),
      slot('b', '09:15', '11:30'), slot('c', '10:00', '10:20'), slot('c', '13:30', '14:30'), slot('a', '14:00', '14:30'),
    ]
    const lines = planGrid(slots, ['a', 'b', 'c'])
    const covered = lines.map(() => 0)
    lines.forEach((line, index) => {
      if (!line.pause) for (const { rows } of line.cells) for (let row = index; row < index + rows; row++) covered[row] = covered[row]! + 1
    })
    assert.deepEqual(covered, lines.map((line) => (line.pause ? 0 : 3)))
  })

  test('of a day without slots is empty', ({ assert }) => {
    assert.deepEqual(planGrid([], ['doctor']), [])
  })
})
