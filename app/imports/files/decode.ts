import { isUtf8 } from 'node:buffer'

// Its first 256 letters are those of ISO-8859-1, with the Euro sign and the œ that Windows adds.
const WINDOWS = new TextDecoder('windows-1252')
const UTF_16_MARK = 0xfeff

/** What a reader puts where bytes make no letter. */
const LOST = '\ufffd'

/**
 * The text of bytes whose encoding nobody tells: UTF-8 when they can be, or are but for a few, each of which is a lost letter that
 * its line tells of; else Windows-1252; UTF-16 by its mark.
 */
export function decode(bytes: Buffer): string {
  const mark = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0
  if (mark === UTF_16_MARK) return bytes.toString('utf16le').slice(1)
  const text = bytes.toString('utf8')
  if (!isUtf8(bytes) && !isDamagedUtf8(text)) return WINDOWS.decode(bytes)
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Whether the bytes are no text in any of these encodings. */
export function isBinary(bytes: Buffer): boolean {
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === UTF_16_MARK) return false
  return bytes.includes(0)
}

// In Windows-1252 two accented letters together are rare enough: hardly any of its bytes make a letter of UTF-8.
function isDamagedUtf8(text: string): boolean {
  let letters = 0
  let lost = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === LOST) lost += 1
    else if (text.charCodeAt(at) > 127) letters += 1
  }
  return letters > lost
}
