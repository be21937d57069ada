import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..')
export const DATA = join(ROOT, '.data')
export const TOOLS = join(DATA, 'tools')

/** The Node that runs the application: AdonisJS 7 needs 24, and npm may have been started by an older one. */
export const NODE = join(ROOT, 'node_modules/.bin/node')

export const inRoot = (...parts) => join(ROOT, ...parts)

export const searchPath = () => (process.env.PATH ?? '').split(delimiter).filter(Boolean)

export const findExecutable = (name, folders = searchPath()) => folders.map((folder) => join(folder, name)).find(isExecutable)

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
