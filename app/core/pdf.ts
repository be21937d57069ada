import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { printable } from '#core/printable'

/** `data` is what the template shows. `sheets`: how many pages it must take; what holds more is set smaller. */
export type PdfOrder = { template: string; data: unknown; sheets?: number }
export type PdfAnswer = { id: number; pdf: Uint8Array } | { id: number; failure: string }

type Waiting = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void }

const waiting = new Map<number, Waiting>()
let lastId = 0
let thread: Worker | undefined

/**
 * Writes a document, PDF/UA-1: tags, title, language, fonts inside; the same data make the same bytes. Typst works on a
 * thread of its own, since a hundred sheets would hold every other request back for half a second.
 */
export function renderPdf({ template, data, sheets }: PdfOrder): Promise<Buffer> {
  const id = ++lastId
  const text = JSON.stringify(data, (_, value) => (typeof value === 'string' ? printable(value) : value))
  return new Promise((resolve, reject) => {
    thread ??= startThread()
    if (waiting.size === 0) thread.ref()
    waiting.set(id, { resolve, reject })
    thread.postMessage({ id, template, data: text, sheets })
  })
}

function startThread(): Worker {
  const started = new Worker(new URL(`pdf_thread${extname(import.meta.url)}`, import.meta.url), { execArgv: [] })
  started.on('message', (answer: PdfAnswer) => settle(answer))
  started.on('error', (error) => abandon(error as Error))
  started.on('exit', () => abandon(new Error('The thread that writes PDF ended')))
  return started
}

function settle(answer: PdfAnswer) {
  const asked = waiting.get(answer.id)
  waiting.delete(answer.id)
  // Nothing to wait for must not keep the process alive.
  if (waiting.size === 0) thread?.unref()
  if ('pdf' in answer) asked?.resolve(Buffer.from(answer.pdf.buffer as ArrayBuffer))
  else asked?.reject(new Error(answer.failure))
}

// The next document starts a new thread.
function abandon(error: Error) {
  thread = undefined
  const left = [...waiting.values()]
  waiting.clear()
  for (const { reject } of left) reject(error)
}
