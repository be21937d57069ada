import { ImportFile } from '#imports/files/import_file'
import { readTable } from '#imports/files/read_table'
import { Unusable } from '#imports/files/unusable'
import type { FileRefusal } from '#imports/rules/file_refusals'

/** What a file gives when it arrives in pieces of some bytes. */
export function arriving(name: string, content: Buffer | string, piece = 1000) {
  const file = new ImportFile(name)
  const bytes = Buffer.from(content as string)
  for (let from = 0; from < bytes.length; from += piece) file.take(Buffer.from(bytes.subarray(from, from + piece)))
  return file.content()
}

export async function tableOf(name: string, content: Buffer | string) {
  const read = arriving(name, content)
  if (read.format === 'dsn') throw new Error('A DSN is no table')
  return readTable(read.rows)
}

export function peopleOf(content: Buffer | string, piece?: number) {
  const read = arriving('paie.dsn', content, piece)
  if (read.format !== 'dsn') throw new Error('Not read as a DSN')
  return read.people
}

/** Why a file is refused. */
export async function refusalOf(name: string, content: Buffer | string): Promise<FileRefusal> {
  try {
    const read = arriving(name, content)
    if (read.format !== 'dsn') await readTable(read.rows)
  } catch (error) {
    if (error instanceof Unusable) return error.refusal
    throw error
  }
  throw new Error(`${name} was read`)
}
