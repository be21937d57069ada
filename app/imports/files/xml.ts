import { SaxesParser } from 'saxes'
import { Unusable } from '#imports/files/unusable'

export type Tag = { name: string; attributes: Record<string, string> }

export type XmlEvents = { open?: (tag: Tag) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Reads XML piece by piece, and gives after each what `drain` has gathered. Entities of a document's own are refused, so none can grow. */
export async function* readXml<T>(stream: AsyncIterable<Buffer | string>, events: XmlEvents, drain: () => T[]): AsyncGenerator<T> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('opentag', ({ name, attributes }) => events.open?.({ name: local(name), attributes: attributes as Record<string, string> }))
  parser.on('text', (text) => events.text?.(text))
  parser.on('closetag', ({ name }) => events.close?.(local(name)))
  parser.on('error', () => {
    throw new Unusable({ type: 'damaged' })
  })
  for await (const chunk of stream) {
    parser.write(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    yield* drain()
  }
  parser.close()
  yield* drain()
}

/** Reads a document to its end, for what its events gather. */
export async function readWholeXml(stream: AsyncIterable<Buffer | string>, events: XmlEvents) {
  await readXml(stream, events, () => []).next()
}
