import { createHash, randomUUID } from 'node:crypto'
import drive from '@adonisjs/drive/services/main'

export type KeptFile = { key: string; bytes: number; sha256: string }

/** Keeps a file under a name of ours: nothing of the sender's name reaches the disk. */
export async function keepFile(folder: string, extension: string, content: Buffer): Promise<KeptFile> {
  const key = `${folder}/${randomUUID()}.${extension}`
  await drive.use().put(key, content)
  return { key, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}

export async function readKeptFile(key: string): Promise<Buffer> {
  return Buffer.from(await drive.use().getBytes(key))
}

/** Of a file whose row was not written after all. */
export async function forgetFile(key: string) {
  await drive.use().delete(key)
}
