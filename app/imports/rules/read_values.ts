import { dateInputMessage, parseFrenchDate } from '#shared/date_input'
import { addDays, type Day } from '#shared/days'
import { readPhone } from '#shared/phone'
import { ok, refuse, type Result } from '#shared/result'
import { hasControlCharacters } from '#shared/text'
import { isPersonName } from '#workforce/rules/person_name'
import type { Problem } from '#imports/rules/anomalies'

type Read<T> = Result<T, Problem>

const COMPACT = /^(\d{2})(\d{2})(\d{4})$/
const WITH_TIME = /^(\S+)[ T]0{1,2}:00(:00(\.0+)?)?$/
// Days since 30 December 1899, as spreadsheets keep a date: from 1900 to 2199.
const SERIAL = /^\d{3,6}(\.0+)?$/
const SERIAL_FROM = '1899-12-30'
const SERIALS = { first: 61, last: 109_574 }

const EMAIL = /^[^\s@,;:<>()"]+@[^\s@,;:<>()"]+\.[a-z]{2,}$/i

/** A day as people, spreadsheets (`serials`) and DSN (JJMMAAAA) write it. */
export function readDay(text: string, { serials = false } = {}): Read<Day> {
  const bare = WITH_TIME.exec(text)?.[1] ?? text
  if (serials && SERIAL.test(bare)) return readSerial(Number(bare))
  const date = parseFrenchDate(bare.replace(COMPACT, '$1/$2/$3'))
  return date.ok ? date : refuse({ type: 'date', sentence: dateInputMessage(date.error) })
}

function readSerial(serial: number): Read<Day> {
  if (serial < SERIALS.first || serial > SERIALS.last) return refuse({ type: 'date', sentence: dateInputMessage({ type: 'unreadable' }) })
  return ok(addDays(SERIAL_FROM, Math.trunc(serial)))
}

export function readText(text: string, max: number): Read<string> {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (hasControlCharacters(plain)) return refuse({ type: 'control_characters' })
  if (plain.includes('\ufffd')) return refuse({ type: 'lost_letter' })
  return plain.length > max ? refuse({ type: 'too_long', max }) : ok(plain)
}

/** A name: letters, spaces, hyphens, apostrophes. One in capitals is written as people write it: `LE GOFF-MARTIN`, `Le Goff-Martin`. */
export function readName(text: string): Read<string> {
  const plain = readText(text, 100)
  if (!plain.ok) return plain
  const name = plain.value.replace(/[’ʼ]/g, "'")
  if (!isPersonName(name)) return refuse({ type: 'unreadable_name' })
  return ok(name === name.toUpperCase() ? properName(name) : name)
}

const properName = (name: string) => name.toLowerCase().replace(/(^|[ \-'])(\p{L})/gu, (_, before, letter: string) => before + letter.toUpperCase())

export function readEmail(text: string): Read<string> {
  const bare = text.trim().toLowerCase()
  return EMAIL.test(bare) && bare.length <= 254 ? ok(bare) : refuse({ type: 'email' })
}

/** A telephone number as it is kept. A spreadsheet takes its first 0 away. */
export function readTelephone(text: string): Read<string> {
  const phone = readPhone(/^[1-9]\d{8}$/.test(text) ? `0${text}` : text)
  return phone === null ? refuse({ type: 'phone' }) : ok(phone)
}
