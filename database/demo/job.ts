export type Category = 'SI' | 'SIA' | 'SIR'
export type Job = { female: string; male: string; category: Category; site: string; share: number }

export const job = (female: string, male: string, category: Category, site: string, share = 1): Job => ({ female, male, category, site, share })

/** Apprentices are young and newly there. */
export const isApprentice = ({ male }: Job) => male.startsWith('Apprenti')
