/** Integer cents as French readers write them: `1 234,56 €`, a narrow space between thousands. */
export function formatCents(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`Not cents: ${cents}`)
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const euros = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return `${cents < 0 ? '\u2212' : ''}${euros},${digits.slice(-2)}\u00a0€`
}
