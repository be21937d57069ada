/** What a file may hold, so that one person's cannot take the memory or the time of others. */
export const LIMITS = {
  /** Of a table; a DSN is let through as it comes, and only its people are kept. */
  tableBytes: 10_000_000,
  dsnBytes: 100_000_000,
  lines: 50_000,
  columns: 200,
  /** Of one line of a table or of a DSN. */
  lineChars: 50_000,
  dsnLineBytes: 4_000,
  zipEntries: 500,
  /** Of all that an XLSX says it holds, before anything of it is inflated. */
  zipBytes: 120_000_000,
  sharedText: 20_000_000,
}

/** Lets other pages be served between two pieces of a long work. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))
