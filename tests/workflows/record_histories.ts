// Records anew the histories that the suite replays, after a wanted change of a workflow:
//   TEMPORAL_TEST_SERVER=… node --import @poppinss/ts-exec tests/workflows/record_histories.ts [story…]
// Histories of workflows that may still run must go on replaying: add, replace only what was never released.
import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { ignite } from '../../bin/app.js'

const app = ignite('worker').createApp('console')
await app.init()
await app.boot()
const { STORIES } = await import('#tests/workflows/stories')
const { play } = await import('#tests/workflows/stubbed')

const KINDS: Record<string, string> = { visitWorkflow: 'visit', visitRequestWorkflow: 'visit_request', accountLinkWorkflow: 'account_link', notificationWorkflow: 'notification', invitationWorkflow: 'invitation', importWorkflow: 'import', sirenChangeWorkflow: 'siren_change', securityNoticeWorkflow: 'security_notice' }
const asked = process.argv.slice(2)

for (const [rank, [name, story]] of Object.entries(STORIES).entries()) {
  if (asked.length > 0 && !asked.includes(name)) continue
  // What a job is told is the name of its activity, not the id of a row.
  const id = story.workflow === 'jobWorkflow' ? 'job:prune' : `${KINDS[story.workflow]}:00000000-0000-7000-8000-${String(rank + 1).padStart(12, '0')}`
  const history = await play(story, id)
  await writeFile(new URL(`histories/${name}.json`, import.meta.url), `${historyToJSON(history)}\n`)
  console.log(`${name}: ${history.events!.length} events`)
}
await app.terminate()
