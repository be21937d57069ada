import { asStaff } from '#core/tenants'
import { temporal } from '#workflows/client'

/** The worker of this task queue says, where the portal can read it, that it lives. */
export async function giveSignOfLife() {
  await asStaff((trx) =>
    trx.rawQuery('insert into worker_heartbeats (task_queue, at) values (?, now()) on conflict (task_queue) do update set at = now()', [temporal.taskQueue])
  )
}
