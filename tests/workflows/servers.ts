/** The path of a server that the suite must have been given. */
export function executable(name: 'TEMPORAL_CLI' | 'TEMPORAL_TEST_SERVER') {
  const path = process.env[name]
  if (!path) throw new Error(`${name} must be the path of the executable: npm test sets it`)
  return path
}
