import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client } from '@temporalio/client'
import type { allActivities } from '#workflows/activities'
import { temporal } from '#workflows/client'

/** What comes back every day, at an hour of Paris: an activity without arguments, which reads the clock itself. */
export type Schedule = { activity: keyof ReturnType<typeof allActivities>; hour: number; minute: number }

export const SCHEDULES: Schedule[] = [
  { activity: 'refreshFollowUps', hour: 2, minute: 30 },
  { activity: 'cutSlots', hour: 3, minute: 10 },
  { activity: 'prune', hour: 3, minute: 40 },
  { activity: 'eraseFormerUsers', hour: 4, minute: 0 },
  { activity: 'archiveLeavers', hour: 4, minute: 10 },
]

export const scheduleId = (activity: string) => `${temporal.taskQueue}:${activity}`

/** Makes each schedule what the code says, whether Temporal has it already or has lost it. May be asked at any time, by several workers. */
export async function ensureSchedules(client: Client) {
  for (const schedule of SCHEDULES) await ensure(client, schedule)
}

async function ensure(client: Client, { activity, hour, minute }: Schedule) {
  const wanted = {
    spec: { calendars: [{ hour, minute }], timezone: 'Europe/Paris' },
    action: { type: 'startWorkflow' as const, workflowType: 'jobWorkflow', workflowId: scheduleId(activity), taskQueue: temporal.taskQueue, args: [activity] },
    // A night that Temporal spent away is made up for, once.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' as const },
  }
  try {
    await client.schedule.create({ scheduleId: scheduleId(activity), ...wanted })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
    await client.schedule.getHandle(scheduleId(activity)).update(({ state }) => ({ ...wanted, state }))
  }
}
