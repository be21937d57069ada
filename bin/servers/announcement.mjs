import { existsSync, readFileSync } from 'node:fs'

/** What a script needs to try what a person can: written to .data/demo.json while the demo runs. */
export function summaryOf({ ports, temporalUi, accounts, examples }) {
  return {
    portal: `http://localhost:${ports.portal}`,
    backOffice: `http://localhost:${ports.backOffice}/admin`,
    mail: `http://localhost:${ports.mail}`,
    temporal: temporalUi,
    accounts,
    examples,
  }
}

export const readSummary = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** Prints where everything is, who may enter, and what to try first. */
export function announce(summary, seconds) {
  const { portal, backOffice, mail, temporal, accounts, examples } = summary
  const holder = accounts.find(({ as }) => as === 'holder')
  const planner = accounts.find(({ as }) => as === 'staff:planner')

  console.log(`
OSTRA is ready (${seconds.toFixed(1)} s)

  Espace adhérent  ${portal}
  Back office      ${backOffice}
  Mail inbox       ${mail}
  Workflows        ${temporal ?? 'where TEMPORAL_ADDRESS leads'}

Accounts (this demo only)
${table(accounts)}
  The six digits of a staff account: node bin/code.mjs, or any authenticator with its secret

To try first
  1. ${portal}/connexion as ${holder.identifier}: the dashboard, then ${portal}${examples.requestable} and "Demander un rendez-vous"
  2. ${backOffice} as ${planner.identifier}: take the request in charge, "Planifier", "Convoquer"
  3. ${mail}: the convocation has arrived
  4. Ask to cancel ${portal}${examples.cancellable} (accepted), then ${portal}${examples.tooLate} (too late, and why)

Ctrl-C stops everything; the data stay ("npm run demo -- --fresh" forgets them).
`)
}

function table(accounts) {
  const rows = accounts.map(({ as, member, identifier, password, totpSecret }) => [as, identifier, password, member ?? '', totpSecret ?? ''])
  const head = ['as', 'identifier', 'password', 'member', 'secret of the code']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)))
  return [head, ...rows].map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd()).join('\n')
}
