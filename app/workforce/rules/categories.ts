export const CATEGORIES = ['SI', 'SIA', 'SIR'] as const

export type Category = (typeof CATEGORIES)[number]

const LABELS: Record<Category, string> = { SI: 'Simple', SIA: 'Adapté', SIR: 'Renforcé' }

/** What the screens call a category of follow-up. Why an employee is SIA is never said (DOMAIN 7). */
export function categoryLabel(category: Category): string {
  return LABELS[category]
}
