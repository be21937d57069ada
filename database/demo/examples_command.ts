import { BaseCommand } from '@adonisjs/core/ace'
import { now } from '#core/clock'
import type { Trx } from '#core/tenants'
import { demoAccounts } from '#database/demo/account_list'
import { COMPANIES } from '#database/demo/companies'
import { findExamples } from '#database/demo/examples'
import { openNewDays } from '#database/demo/new_days'
import { convokeMissing } from '#database/demo/top_up'

export default class DemoExamples extends BaseCommand {
  static commandName = 'demo:examples'
  static description = 'Print the accounts of the demo and addresses to try, as one line of JSON'
  static options = { startApp: true }

  async run() {
    const { default: db } = await import('@adonisjs/lucid/services/db')
    const examples = await db.connection('migration').transaction((trx) => this.#examples(trx))
    console.log(JSON.stringify({ accounts: demoAccounts(), examples }))
  }

  async #examples(trx: Trx) {
    const instant = now()
    const [memberId, strangerId] = await Promise.all(COMPANIES.slice(0, 2).map(({ number }) => idOf(trx, number)))
    const members = { memberId: memberId!, strangerId: strangerId! }
    await openNewDays(trx, instant)
    await convokeMissing(trx, memberId!, await findExamples(trx, members, instant), instant)
    return findExamples(trx, members, instant)
  }
}

async function idOf(trx: Trx, number: string): Promise<string> {
  const member = await trx.from('members').select('id').where('member_number', number).first()
  if (!member) throw new Error(`No member ${number}: the demo is not seeded (node ace db:seed --connection=migration)`)
  return member.id
}
