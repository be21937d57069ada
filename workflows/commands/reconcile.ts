import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Reconcile extends BaseCommand {
  static commandName = 'reconcile'
  static description = 'Start every workflow that a row implies and that Temporal does not have'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { createClient } = await import('#workflows/client')
    const { reconcile } = await import('#workflows/reconcile')
    const { ensureSchedules } = await import('#workflows/schedules')
    const client = createClient()
    try {
      await ensureSchedules(client)
      this.logger.success(`${await reconcile(client)} started`)
    } finally {
      await client.connection.close()
    }
  }
}
