import { coverage } from '#tests/unit/follow_up/coverage'

const rows = coverage()
for (const { subject, id, articles, from, to, cases } of rows) {
  console.log(`${cases === 0 ? '✗' : '✓'} ${subject} · ${id} · ${articles.join(', ')} · ${from} → ${to ?? '…'} · ${cases} cases`)
}
const missing = rows.filter(({ cases }) => cases === 0)
console.log(`${rows.length - missing.length} of ${rows.length} rows of the law are used by a case`)
if (missing.length > 0) process.exitCode = 1
