/** Wakes who waits before its time; a ring that nobody hears is kept for the next one. */
export class Bell {
  #rung = false
  #wake = () => {}

  readonly ring = () => {
    this.#rung = true
    this.#wake()
  }

  /** Until the bell rings or `ms` pass. */
  async wait(ms: number) {
    if (!this.#rung) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#wake = resolve
      const timer = setTimeout(resolve, ms)
      await promise
      clearTimeout(timer)
    }
    this.#rung = false
  }
}
