import type { Trx } from '#core/tenants'

/** What OSTRA may change without a release, with the value that holds while nobody changed it. */
const DEFAULTS = {
  cancellation_mode: 'clock_hours' as 'clock_hours' | 'working_hours',
  no_show_fee_cents: 8400,
}

export type Settings = typeof DEFAULTS

export async function readSettings(trx: Trx): Promise<Settings> {
  const rows = await trx.from('settings').select('key', 'value')
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}
