import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import { changed, type Moment } from '#workflows/visits/contract'
import type { RequestActivities, VisitActivities } from '#workflows/visits/activities'

const rows = { startToCloseTimeout: '30 seconds', heartbeatTimeout: '5 seconds', retry: { maximumInterval: '30 seconds' } } as const
// A mail server may be away for days. An activity stops by itself once what it had to tell is no longer true.
const mails = { startToCloseTimeout: '2 minutes', heartbeatTimeout: '5 seconds', retry: { maximumInterval: '1 minute' } } as const

const request = proxyActivities<RequestActivities>(rows)
const requestMails = proxyActivities<RequestActivities>(mails)
const visit = proxyActivities<VisitActivities>(rows)
const visitMails = proxyActivities<VisitActivities>(mails)

/** One for each request: looks at it when a deadline nears, until it is closed. */
export async function visitRequestWorkflow(requestId: string): Promise<void> {
  const news = countChanges()
  await request.beginRequest(requestId)
  const telling = requestMails.tellRequestReceived(requestId)

  while (true) {
    const seen = news()
    const { over, next } = await request.watchRequest(requestId)
    if (over) break
    await changeOr(next, () => news() > seen)
  }
  await Promise.all([telling, requestMails.tellRequestClosed(requestId)])
  await request.endRequest(requestId)
}

/** One for each visit: at each of its moments lets an activity act, until the visit is over. */
export async function visitWorkflow(visitId: string): Promise<void> {
  const news = countChanges()
  const done = new Set<string>()
  // A mail that waits for its server holds back nothing else.
  const acts: Promise<void>[] = []
  await visit.beginVisit(visitId)

  while (true) {
    const seen = news()
    const { over, sequence, moments } = await visit.planVisit(visitId)
    if (over) break
    const name = ({ key }: Moment) => `${sequence}:${key}`
    for (const moment of moments.filter(({ at }) => at <= Date.now())) {
      if (done.has(name(moment))) continue
      done.add(name(moment))
      acts.push(visitMails.actOnVisit(visitId, moment.key, sequence))
    }
    await changeOr(moments.find(({ at }) => at > Date.now())?.at, () => news() > seen)
  }
  await Promise.all([...acts, visitMails.tellVisitOver(visitId)])
  await visit.endVisit(visitId)
}

function countChanges() {
  let changes = 0
  setHandler(changed, () => {
    changes += 1
  })
  return () => changes
}

// At least a second: an activity whose clock is late on ours asks to be asked again.
async function changeOr(instant: number | undefined, hasChanged: () => boolean) {
  if (instant === undefined) await condition(hasChanged)
  else await condition(hasChanged, Math.max(1000, instant - Date.now()))
}
