/** Whether an address answers well, now. */
export async function answers(address, options) {
  try {
    const answer = await fetch(address, { ...options, signal: AbortSignal.timeout(5000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}
