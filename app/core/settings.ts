import type { Trx } from '#core/tenants'

/** A time in calendar units, as luxon counts it. */
export type Keep = Partial<Record<'days' | 'months' | 'years', number>>

/** What OSTRA may change without a release, with the value that holds while nobody changed it. */
const DEFAULTS = {
  cancellation_mode: 'clock_hours' as 'clock_hours' | 'working_hours',
  /** Days ahead for which openings are cut in slots, every night. */
  open_days: 60,
  no_show_fee_cents: 8400,
  /** How long what a file says of people waits to be applied. */
  import_retention_days: 7,
  // How long what is over is kept, decided on 2026-11-24; `/confidentialite` says the same numbers.
  /** Orders to the workflows, once delivered. */
  keep_outbox: { days: 30 } as Keep,
  /** Links that were mailed, once over. */
  keep_links: { days: 30 } as Keep,
  /** What the bell holds. */
  keep_notifications: { months: 12 } as Keep,
  /** Invitations, changes of e-mail address, security notices. */
  keep_traces: { months: 12 } as Keep,
  /** Which mail left, when: as long as the visit that it speaks of (prescription of article 2224 of the Code civil). */
  keep_deliveries: { years: 5 } as Keep,
  /** A user whose last access ended, after which nothing says who it was. */
  keep_users: { years: 1 } as Keep,
  /** Somebody who left, in the list that one opens; a filter shows them after it. */
  show_leavers: { months: 3 } as Keep,
  /** The file of somebody who left, after which it is archived (prescription of article 2224 of the Code civil). */
  keep_leavers: { years: 5 } as Keep,
}

export type Settings = typeof DEFAULTS

export async function readSettings(trx: Trx): Promise<Settings> {
  const rows = await trx.from('settings').select('key', 'value')
  return { ...DEFAULTS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}
