import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { BaseCommand, args } from '@adonisjs/core/ace'
import { explain } from '#follow_up/rules/explain'

const BAD_FACTS = 2

/** Why this date: facts in, the answer of the law out. It needs no database, no environment and no server. */
export default class Explain extends BaseCommand {
  static commandName = 'follow_up:explain'
  static description = 'Explain which visits are due to an employee, from a file of facts (- reads standard input)'

  @args.string({ description: 'A JSON file: the facts of one employee, or {"cases":[…]}' })
  declare file: string

  async run() {
    const result = await this.#facts().then(explain, () => ({ ok: false as const, error: { problems: [`fichier illisible ${JSON.stringify(this.file)}`] } }))
    if (!result.ok) {
      process.stderr.write(`${result.error.problems.join('\n')}\n`)
      this.exitCode = BAD_FACTS
      return
    }
    process.stdout.write(`${JSON.stringify(result.value, null, 2)}\n`)
  }

  #facts(): Promise<string> {
    return this.file === '-' ? text(process.stdin) : readFile(this.file, 'utf8')
  }
}
