import { isUtf8 } from 'node:buffer'

// Its first 256 letters are those of ISO-8859-1, with the Euro sign and the œ that Windows adds.
const WINDOWS = new TextDecoder('windows-1252')
const UTF_16_MARK = 0xfeff

/** The text of bytes whose encoding nobody tells: UTF-8 when they can be, else Windows-1252; UTF-16 by its mark. */
export function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0
  if (mark === UTF_16_MARK) return bytes.toString('utf16le').slice(1)
  if (!isUtf8(bytes)) return WINDOWS.decode(bytes)
  const text = bytes.toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Whether the bytes are no text in any of these encodings. */
export function isBinary(bytes: Buffer): boolean {
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === UTF_16_MARK) return false
  return bytes.includes(0)
}
