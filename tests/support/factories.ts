/** Rows for tests, written through the owner's connection. Each call makes its own people: tests share one database. */
export * from '#tests/support/factories/rows'
export * from '#tests/support/factories/calendar'
export * from '#tests/support/factories/members'
export * from '#tests/support/factories/employment'
export * from '#tests/support/factories/identity'
export * from '#tests/support/factories/visits'
export { uniqueEmail } from '#tests/support/factories/unique'
