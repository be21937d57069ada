import { writeFile } from 'node:fs/promises'
import type { Runner } from '@japa/runner/core'

/** Tells the command that started the suite how many tests passed and failed. */
export async function writeSummary(runner: Runner) {
  const { aggregates, hasError } = runner.getSummary()
  const isBroken = hasError || runner.failed
  if (isBroken) process.exitCode = 1
  if (!process.env.TEST_SUMMARY_FILE) return
  const { passed, failed, skipped, todo } = aggregates
  // A file that could not be read or a hook that broke is a failure too, though no test carries it.
  const broken = failed === 0 && isBroken ? 1 : 0
  await writeFile(process.env.TEST_SUMMARY_FILE, JSON.stringify({ passed, failed: failed + skipped + todo + broken }))
}
