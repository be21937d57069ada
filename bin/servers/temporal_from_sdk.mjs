// Lets Temporal's SDK download its own server into a folder, by starting it once.
import { TestWorkflowEnvironment } from '@temporalio/testing'

const [environment, downloadDir] = process.argv.slice(2)
const started = await TestWorkflowEnvironment[environment]({ server: { executable: { type: 'cached-download', downloadDir } } })
await started.teardown()
