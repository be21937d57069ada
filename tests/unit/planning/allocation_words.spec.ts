import { test } from '@japa/runner'
import { allocate } from '#planning/rules/allocate'
import type { Campaign, DueVisit, OpenSlot, Preferences } from '#planning/rules/facts'

const VISIT: DueVisit = {
  id: 'v', personId: 'p', memberId: 'm', siteId: null, heldBy: ['doctor'], doctors: null, minutes: 30,
  legalDeadline: '2026-12-13', doctorDeadline: null, wish: null, stoppages: [],
}
// Tuesday 1 December, 10 h 00 in Paris.
const SLOT: OpenSlot = { id: 's', practitionerId: 'd', practitionerKind: 'doctor', centreId: 'x', startsAt: Date.parse('2026-12-01T09:00:00Z'), minutes: 30 }
const PREFERENCES: Preferences = { noticeDays: 3, mostAway: null, closed: [], halfDays: ['2-am'], centreIds: ['x'] }

type Facts = { visit?: Partial<DueVisit>; slot?: Partial<OpenSlot>; preferences?: Partial<Preferences>; campaign?: Partial<Campaign> }

function answer({ visit, slot, preferences, campaign }: Facts) {
  const { propositions } = allocate({
    today: '2026-11-24',
    until: '2026-12-31',
    visits: [{ ...VISIT, ...visit }],
    slots: [{ ...SLOT, ...slot }],
    members: { m: { ...PREFERENCES, ...preferences } },
    sites: {},
    absences: [],
    ...campaign,
  })
  return propositions[0]!.because
}

const CHOICES: { facts: Facts; because: string }[] = [
  { facts: {}, because: "mardi matin, centre préféré, 12\u00a0jours avant l'échéance" },
  { facts: { visit: { legalDeadline: '2026-12-01' } }, because: "mardi matin, centre préféré, le jour de l'échéance" },
  { facts: { visit: { legalDeadline: '2026-11-30' } }, because: "mardi matin, centre préféré, 1\u00a0jour après l'échéance" },
  { facts: { slot: { startsAt: Date.parse('2026-12-01T11:00:00Z') }, visit: { legalDeadline: null } }, because: 'mardi après-midi, hors des demi-journées préférées, centre préféré' },
  { facts: { slot: { centreId: 'y' }, visit: { legalDeadline: null } }, because: 'mardi matin, hors des centres préférés' },
  { facts: { visit: { legalDeadline: null, doctorDeadline: '2026-11-29' } }, because: 'mardi matin, centre préféré, 2\u00a0jours après la date demandée par le médecin' },
  { facts: { visit: { legalDeadline: null, wish: { from: '2026-12-04', to: null } } }, because: 'mardi matin, centre préféré, 3\u00a0jours avant le début de la période souhaitée' },
  { facts: { visit: { legalDeadline: null, wish: { from: null, to: '2026-11-30' } } }, because: 'mardi matin, centre préféré, 1\u00a0jour après la fin de la période souhaitée' },
]

const DAY = { from: '2026-12-01', to: '2026-12-01' }
const STAY = { memberId: 'm', siteId: null, from: SLOT.startsAt, to: SLOT.startsAt + 60_000 }
const REFUSALS: { facts: Facts; because: string }[] = [
  { facts: { campaign: { slots: [] } }, because: 'aucun créneau ouvert sur la période' },
  { facts: { slot: { practitionerKind: 'nurse' } }, because: 'aucun créneau du type de professionnel requis' },
  { facts: { visit: { doctors: [{ practitionerId: 'other', during: null }] } }, because: "aucun créneau du médecin de l'équipe de suivi ni de son remplaçant" },
  { facts: { slot: { minutes: 20 } }, because: "aucun créneau d'au moins 30\u00a0minutes" },
  { facts: { preferences: { noticeDays: 8 } }, because: 'aucun créneau au-delà du préavis de 8\u00a0jours' },
  { facts: { preferences: { closed: [DAY] } }, because: 'tous les créneaux possibles tombent en période de fermeture' },
  { facts: { visit: { stoppages: [DAY] } }, because: "tous les créneaux possibles tombent pendant l'arrêt de travail" },
  {
    facts: { campaign: { absences: [{ ...STAY, personId: 'p' }] } },
    because: 'tous les créneaux possibles tombent quand la personne a déjà un rendez-vous, ou quand trop de personnes sont déjà absentes',
  },
  {
    facts: { preferences: { mostAway: 1 }, campaign: { absences: [{ ...STAY, personId: 'q' }] } },
    because: 'tous les créneaux possibles tombent quand la personne a déjà un rendez-vous, ou quand trop de personnes sont déjà absentes',
  },
  {
    facts: { visit: { legalDeadline: null }, campaign: { visits: [{ ...VISIT, legalDeadline: null }, { ...VISIT, id: 'w', personId: 'q', legalDeadline: '2026-12-01' }] } },
    because: "tous les créneaux possibles vont à d'autres visites, ou feraient trop de personnes absentes en même temps",
  },
]

test.group('What an allocation says', () => {
  test('tells why this slot: {because}')
    .with(CHOICES)
    .run(({ assert }, { facts, because }) => assert.equal(answer(facts), because))

  test('tells why none: {because}')
    .with(REFUSALS)
    .run(({ assert }, { facts, because }) => assert.equal(answer(facts), because))

  test('gives a SIR visit to the replacement, in the period only', ({ assert }) => {
    const during = { from: '2026-12-01', to: '2026-12-05' }
    assert.include(answer({ visit: { doctors: [{ practitionerId: 'd', during }] } }), 'mardi matin')
    const later = { from: '2026-12-02', to: '2026-12-05' }
    assert.include(answer({ visit: { doctors: [{ practitionerId: 'd', during: later }] } }), 'aucun créneau du médecin')
  })
})
