import type { CentreKey } from '#database/demo/centres'

/** Kept list: towns around Rennes with their postal code, and the centre that is nearest. */
export const TOWNS = {
  'Acigné': ['35690', 'C'],
  'Bédée': ['35137', 'G'],
  'Betton': ['35830', 'G'],
  'Brécé': ['35530', 'C'],
  'Breteil': ['35160', 'G'],
  'Bruz': ['35170', 'V'],
  'Cesson-Sévigné': ['35510', 'C'],
  'Chantepie': ['35135', 'V'],
  'Chartres-de-Bretagne': ['35131', 'V'],
  'Châteaubourg': ['35220', 'C'],
  'Châteaugiron': ['35410', 'V'],
  'Domloup': ['35410', 'V'],
  'Gévezé': ['35850', 'G'],
  'Guichen': ['35580', 'V'],
  "L'Hermitage": ['35590', 'G'],
  'La Mézière': ['35520', 'G'],
  'Laillé': ['35890', 'V'],
  'Le Rheu': ['35650', 'G'],
  'Liffré': ['35340', 'C'],
  'Melesse': ['35520', 'G'],
  'Montfort-sur-Meu': ['35160', 'G'],
  'Montgermont': ['35760', 'G'],
  'Mordelles': ['35310', 'G'],
  'Noyal-sur-Vilaine': ['35530', 'C'],
  'Orgères': ['35230', 'V'],
  'Pacé': ['35740', 'G'],
  'Rennes': ['35000', 'C'],
  'Saint-Grégoire': ['35760', 'G'],
  'Saint-Jacques-de-la-Lande': ['35136', 'V'],
  'Servon-sur-Vilaine': ['35530', 'C'],
  'Thorigné-Fouillard': ['35235', 'C'],
  'Vezin-le-Coquet': ['35132', 'G'],
} as const satisfies Record<string, readonly [string, CentreKey]>

export type Town = keyof typeof TOWNS

/** Invented, as there may be in any of them. */
export const STREETS = [
  'rue des Ajoncs', 'rue du Four à pain', 'chemin de la Métairie', 'allée des Sorbiers', 'rue du Lavoir', 'impasse des Roseaux', 'rue des Tanneurs',
  'place du Puits', 'rue de la Haute Lande', 'avenue des Charmilles', 'rue du Petit Verger', 'chemin des Ruches', 'rue des Sabotiers', 'allée du Moulin neuf',
] as const
