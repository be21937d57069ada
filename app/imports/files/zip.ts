import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { LIMITS } from '#imports/files/limits'
import { Unusable } from '#imports/files/unusable'

const open = promisify(yauzl.fromBuffer as (bytes: Buffer, options: yauzl.Options, done: (error: Error | null, zip: ZipFile) => void) => void)

/** The files within an XLSX. What they say of their size is judged before any is inflated; yauzl stops one that says less than it holds. */
export class Zip {
  private constructor(
    readonly zip: ZipFile,
    readonly entries: Map<string, Entry>
  ) {}

  static async open(bytes: Buffer): Promise<Zip> {
    const zip = await open(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(() => {
      throw new Unusable({ type: 'truncated', format: 'xlsx' })
    })
    if (zip.entryCount > LIMITS.zipEntries) throw new Unusable({ type: 'bomb' })
    const entries = new Map<string, Entry>()
    let bytesWithin = 0
    for (let entry = await nextEntry(zip); entry; entry = await nextEntry(zip)) {
      bytesWithin += entry.uncompressedSize
      if (bytesWithin > LIMITS.zipBytes) throw new Unusable({ type: 'bomb' })
      if (entry.isEncrypted()) throw new Unusable({ type: 'old_or_locked' })
      entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry)
    }
    return new Zip(zip, entries)
  }

  has(name: string) {
    return this.entries.has(name.toLowerCase())
  }

  async stream(name: string): Promise<AsyncIterable<Buffer>> {
    const entry = this.entries.get(name.toLowerCase())
    if (!entry) throw new Unusable({ type: 'damaged' })
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(new Unusable({ type: 'truncated', format: 'xlsx' })) : resolve(stream as AsyncIterable<Buffer>)))
    })
  }
}

function nextEntry(zip: ZipFile) {
  return new Promise<Entry | null>((resolve, reject) => {
    const done = () => zip.removeListener('entry', onEntry).removeListener('end', onEnd).removeListener('error', onError)
    const onEntry = (entry: Entry) => (done(), resolve(entry))
    const onEnd = () => (done(), resolve(null))
    const onError = () => (done(), reject(new Unusable({ type: 'truncated', format: 'xlsx' })))
    zip.on('entry', onEntry).on('end', onEnd).on('error', onError)
    zip.readEntry()
  })
}
