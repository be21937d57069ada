import { condition, proxyActivities, setHandler } from '@temporalio/workflow'
import { changed } from '#workflows/imports/contract'
import type { ImportActivities } from '#workflows/imports/activities'

const rows = proxyActivities<ImportActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '5 seconds',
  retry: { maximumInterval: '30 seconds' },
})

/** One for each import: compares it, waits for a decision, applies it; piece by piece, so that a piece that is lost is done again. */
export async function importWorkflow(importId: string): Promise<void> {
  let news = 0
  setHandler(changed, () => {
    news += 1
  })
  await rows.beginImport(importId)
  while (true) {
    const seen = news
    const next = await rows.advanceImport(importId)
    if (next.step === 'over') break
    if (next.step === 'wait') await condition(() => news > seen, Math.max(1000, next.until - Date.now()))
  }
  await rows.endImport(importId)
}
