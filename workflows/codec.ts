import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'

const ENCODING = 'binary/encrypted'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Temporal stores what workflows and activities exchange; it is not to read it. AES-256-GCM: iv, tag, then the payload. */
export class EncryptionCodec implements PayloadCodec {
  #key: Buffer

  constructor(base64Key: string) {
    this.#key = Buffer.from(base64Key, 'base64')
    if (this.#key.length !== 32) throw new RangeError('PAYLOAD_KEY must be 32 bytes in base64')
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => ({
      metadata: { encoding: Buffer.from(ENCODING) },
      data: this.#seal(pack(payload)),
    }))
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) =>
      String(Buffer.from(payload.metadata?.encoding ?? [])) === ENCODING ? unpack(this.#open(payload.data!)) : payload
    )
  }

  #seal(bytes: Buffer) {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv)
    const sealed = [cipher.update(bytes), cipher.final()]
    return Buffer.concat([iv, cipher.getAuthTag(), ...sealed])
  }

  #open(box: Uint8Array) {
    const bytes = Buffer.from(box)
    const iv = bytes.subarray(0, IV_BYTES)
    const decipher = createDecipheriv('aes-256-gcm', this.#key, iv, { authTagLength: TAG_BYTES })
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  }
}

const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const toBytes = (text: string) => Buffer.from(text, 'base64')

function pack({ metadata = {}, data }: Payload) {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, toText(value)])
  return Buffer.from(JSON.stringify({ metadata: Object.fromEntries(entries), ...(data && { data: toText(data) }) }))
}

function unpack(bytes: Buffer): Payload {
  const { metadata, data } = JSON.parse(bytes.toString()) as { metadata: Record<string, string>; data?: string }
  const entries = Object.entries(metadata).map(([name, value]) => [name, toBytes(value)])
  return { metadata: Object.fromEntries(entries), ...(data !== undefined && { data: toBytes(data) }) }
}
