import { parisInstant } from '#shared/dates'
import type { ConvocationFacts } from '#visits/queries/convocation_facts'

/** A convocation for Monday 30 November 2026 at 10:00, as the database would tell it. */
export function convocation(facts: Partial<ConvocationFacts> = {}): ConvocationFacts {
  return {
    visitId: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f50',
    sequence: 0,
    state: 'convoked',
    visibleToMember: true,
    startsAt: parisInstant('2026-11-30', '10:00').toUTC(),
    endsAt: parisInstant('2026-11-30', '10:30').toUTC(),
    minutes: 30,
    convokedAt: parisInstant('2026-11-06', '11:20').toUTC(),
    limit: parisInstant('2026-11-28', '10:00'),
    acknowledgedAt: null,
    answered: null,
    member: { id: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f51', number: '0042317', name: 'Charpentes Ormevert' },
    employee: { id: '0199c3c0-6f1a-7d4e-9b1a-5f0c2d3e4f52', name: 'Élodie Marchevaux', firstName: 'Élodie', email: null },
    centre: {
      name: 'Centre de Vern',
      addressLine: '14 allée des Tilleuls',
      postalCode: '35770',
      city: 'Vern-sur-Seiche',
      phone: '02 61 91 24 01',
      accessDirections: 'Parking devant le bâtiment, accès de plain-pied.',
    },
    practitioner: { name: 'Maëlle Corvisier', jobTitle: 'Infirmière en santé au travail' },
    careCentre: { name: 'Centre de Vern', phone: '02 61 91 24 00', openingHours: 'Du lundi au vendredi, de 8 h 30 à 17 h 00' },
    cancelled: null,
    substitutedBy: null,
    substitutes: null,
    ...facts,
  }
}
