/** The front door of dates. Instants are luxon's `DateTime`; calendar days are text, `YYYY-MM-DD`, in Paris. */
export * from '#shared/days'
export * from '#shared/working_days'
export * from '#shared/french_dates'
export * from '#shared/distances'
export * from '#shared/date_input'
