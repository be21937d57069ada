import { ok, refuse, type Result } from '#shared/result'
import { isNir, nirKey, plainNir } from '#workforce/rules/nir'

const NUMBER = /^[1-478]\d{4}(?:\d{2}|2[AB])\d{6}$/

/** A NIR under its key. A DSN writes it without: then the key that goes with it is added. */
export function readNationalId(text: string): Result<string, { type: 'national_id' | 'national_id_key' }> {
  const plain = plainNir(text)
  if (isNir(plain)) return ok(plain)
  if (NUMBER.test(plain)) return ok(plain + nirKey(plain))
  return refuse({ type: NUMBER.test(plain.slice(0, 13)) && plain.length === 15 ? 'national_id_key' : 'national_id' })
}
