import type { FileReader } from '#core/http/upload'

/** Keeps a small file whole, in memory. */
export class WholeFile implements FileReader {
  #chunks: Buffer[] = []

  take(chunk: Buffer) {
    this.#chunks.push(chunk)
  }

  get bytes() {
    return Buffer.concat(this.#chunks)
  }
}
