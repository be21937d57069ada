import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class JournalVerify extends BaseCommand {
  static commandName = 'journal:verify'
  static description = 'Read every chain of the journal again and name what was changed, removed or inserted'
  static options: CommandOptions = { startApp: true }

  async run() {
    const { verifyJournal } = await import('#core/journal/verify')
    const { sayMonth, sayVerdict } = await import('#core/journal/verify_words')
    let [lines, faults] = [0, 0]
    for await (const report of verifyJournal()) {
      for (const sentence of sayMonth(report)) this.logger.log(sentence)
      lines += report.droppedAt ? 0 : report.sealed
      faults += report.faults.length
    }
    this.logger.log(sayVerdict(lines, faults))
    if (faults > 0) this.exitCode = 1
  }
}
