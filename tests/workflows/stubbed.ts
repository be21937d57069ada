import { TestWorkflowEnvironment } from '@temporalio/testing'
import { Worker } from '@temporalio/worker'
import type { WorkflowHandle } from '@temporalio/client'
import type { DataConverter } from '@temporalio/common'
import { failureConverterPath } from '#workflows/client'
import { EncryptionCodec } from '#workflows/codec'
import type { allActivities } from '#workflows/activities'
import { keepQuiet } from '#tests/workflows/quiet'
import { theBundle } from '#tests/workflows/the_bundle'
import { executable } from '#tests/workflows/servers'

type Activities = ReturnType<typeof allActivities>

/** Recorded histories are sealed with a key of their own, which opens nothing else. */
export const recordedConverter: DataConverter = {
  failureConverterPath,
  payloadCodecs: [new EncryptionCodec(Buffer.alloc(32, 'recorded histories').toString('base64'))],
}

export type Stage = {
  now: () => Promise<number>
  pass: (ms: number) => Promise<void>
}

/** A story: what the activities answer, and what happens while a workflow runs. */
export type Story = {
  workflow: string
  activities: (stage: Stage) => Partial<Activities> | Promise<Partial<Activities>>
  happens?: (workflow: WorkflowHandle, stage: Stage) => Promise<void>
}

const nothing = async () => {}
const silent = {
  ...{ beginVisit: nothing, actOnVisit: nothing, tellVisitOver: nothing, endVisit: nothing },
  ...{ beginRequest: nothing, tellRequestReceived: nothing, tellRequestClosed: nothing, endRequest: nothing },
  ...{ beginSirenChange: nothing, endSirenChange: nothing },
  ...{ beginLink: nothing, tidyLink: nothing },
  ...{ beginSecurityNotice: nothing, endSecurityNotice: nothing },
  ...{ beginInvitation: nothing, remindInvitation: nothing, tidyInvitation: nothing },
  ...{ beginImport: nothing, endImport: nothing },
  ...{ beginNotification: nothing, tellNotification: nothing, endNotification: nothing },
}

/** Plays a story to its end, by activities that only pretend, in skipped time; gives its history. */
export async function play({ workflow, activities, happens = nothing }: Story, id: string) {
  keepQuiet()
  const server = { executable: { type: 'existing-path' as const, path: executable('TEMPORAL_TEST_SERVER') } }
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server, client: { dataConverter: recordedConverter, identity: 'recorder' } })
  try {
    const stage = { now: () => env.currentTimeMs(), pass: (ms: number) => env.sleep(ms) }
    const worker = await Worker.create({
      ...{ connection: env.nativeConnection, taskQueue: 'stories', dataConverter: recordedConverter, identity: 'recorder' },
      workflowBundle: await theBundle(),
      activities: { ...silent, ...(await activities(stage)) },
    })
    return await worker.runUntil(async () => {
      const handle = await env.client.workflow.start(workflow, { workflowId: id, taskQueue: 'stories', args: [id.split(':')[1]] })
      await happens(handle, stage)
      await handle.result()
      return handle.fetchHistory()
    })
  } finally {
    await env.teardown()
  }
}
