const HEARTBEAT = 10_000

/** Shows a step by its name when it begins, while it lasts, and when it is done: plain lines, so that a log reads like a screen. */
export async function step(label, work) {
  const started = Date.now()
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1)
  console.log(`· ${label}`)
  const heartbeat = setInterval(() => console.log(`  … ${label}, ${Math.round(seconds())} s`), HEARTBEAT)
  try {
    const result = await work()
    console.log(`${result?.code ? '✗' : '✓'} ${label} (${seconds()} s)`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
