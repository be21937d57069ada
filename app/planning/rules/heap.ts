/** The least key first; among equal keys the least value, so that the order of arrival does not show. */
export class Heap {
  #keys: number[] = []
  #values: number[] = []

  push(key: number, value: number) {
    let at = this.#keys.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#before(key, value, above)) break
      this.#put(at, this.#keys[above]!, this.#values[above]!)
      at = above
    }
    this.#put(at, key, value)
  }

  pop(): { key: number; value: number } | undefined {
    if (this.#keys.length === 0) return undefined
    const first = { key: this.#keys[0]!, value: this.#values[0]! }
    const key = this.#keys.pop()!
    const value = this.#values.pop()!
    if (this.#keys.length > 0) this.#sink(key, value)
    return first
  }

  #sink(key: number, value: number) {
    let at = 0
    for (let below = 1; below < this.#keys.length; below = 2 * at + 1) {
      const right = below + 1
      if (right < this.#keys.length && this.#before(this.#keys[right]!, this.#values[right]!, below)) below = right
      if (this.#before(key, value, below)) break
      this.#put(at, this.#keys[below]!, this.#values[below]!)
      at = below
    }
    this.#put(at, key, value)
  }

  #put(at: number, key: number, value: number) {
    this.#keys[at] = key
    this.#values[at] = value
  }

  #before(key: number, value: number, at: number) {
    return key < this.#keys[at]! || (key === this.#keys[at] && value < this.#values[at]!)
  }
}
