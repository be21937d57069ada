import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import type { RequestFacts, VisitFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { cancellation } from '#messaging/mails/cancellation'
import { convocation } from '#messaging/mails/convocation'
import { moved } from '#messaging/mails/moved'
import { reminder } from '#messaging/mails/reminder'
import { requestReceived } from '#messaging/mails/request_received'
import { requestRefused } from '#messaging/mails/request_refused'
import { resetLink } from '#messaging/mails/reset_link'
import { substitution } from '#messaging/mails/substitution'

const FACTS: VisitFacts = {
  visitId: '01a20d5d-f5ad-7ed8-bc58-697a7c05e064',
  sequence: 0,
  startsAt: parisInstant('2026-12-03', '10:00'),
  endsAt: parisInstant('2026-12-03', '10:30'),
  limit: parisInstant('2026-12-01', '10:00'),
  visibleToMember: true,
  member: { id: '01a20d5d-0000-7ed8-bc58-697a7c05e064' },
  employee: { id: '01a20d5d-0001-7ed8-bc58-697a7c05e064', name: 'Aurélie Le Guern', email: 'aurelie@essai.example' },
  practitioner: { name: 'Dr Solène Kerdraon', jobTitle: 'Médecin du travail' },
  centre: {
    name: 'Centre de Vern',
    addressLine: '4 rue du Patis',
    postalCode: '35770',
    city: 'Vern-sur-Seiche',
    phone: '02 99 00 00 00',
    accessDirections: 'Parking devant le bâtiment',
  },
  answered: null,
  cancelled: null,
  substitutes: null,
}
const REQUEST: RequestFacts = {
  id: '01a20d5d-0002-7ed8-bc58-697a7c05e064',
  memberId: FACTS.member.id,
  employeeName: FACTS.employee.name,
  requestedAt: parisInstant('2026-11-24', '09:12'),
  refusalReason: 'Une visite est déjà prévue.',
}
const BEFORE = parisInstant('2026-11-24', '09:12')
const AT_LIMIT = FACTS.limit

/** A letter as one line of plain text, its no-break spaces made plain ones. */
const read = ({ heading, opening, facts = [], closing = [] }: Letter) =>
  [heading, ...opening, ...facts.map(({ label, value }) => `${label}: ${value}`), ...closing].join(' ').replaceAll('\u00a0', ' ')

const cancelled = (by: 'member' | 'staff') => ({ ...FACTS, cancelled: { by } })

const LETTERS: [string, Letter][] = [
  ['convocation of the employer', convocation(FACTS, 'employer', BEFORE)],
  ['convocation of the employee', convocation(FACTS, 'employee', BEFORE)],
  ['new date to the employer', moved(FACTS, 'employer', BEFORE)],
  ['new date to the employee', moved(FACTS, 'employee', AT_LIMIT)],
  ['reminder to the employer', reminder(FACTS, 'limit_eve', 'employer', BEFORE)],
  ['reminder to the employee', reminder(FACTS, 'day_before', 'employee', AT_LIMIT)],
  ['cancellation to the employer', cancellation(cancelled('staff'), 'employer')],
  ['cancellation to the employee', cancellation(cancelled('member'), 'employee')],
  ['substitution', substitution(FACTS)],
  ['request received', requestReceived(REQUEST, FACTS.centre.phone)],
  ['request refused', requestRefused(REQUEST, FACTS.centre.phone)],
  ['reset link', resetLink({ token: 'abc', expiresAt: BEFORE.plus({ hours: 1 }) })],
]

test.group('Letters', () => {
  test('{0}: the subject names nobody and no kind of visit')
    .with(LETTERS)
    .run(({ assert }, [, { subject }]) => {
      assert.notMatch(subject, /Aurélie|Guern|Kerdraon|périodique|aptitude|reprise|médecin/i)
      assert.match(subject, /rendez-vous santé au travail|mot de passe/)
    })

  test('{0}: is written as the house writes')
    .with(LETTERS)
    .run(({ assert }, [, letter]) => {
      const text = `${letter.subject} ${read(letter)} ${letter.act?.label ?? ''}`
      assert.notMatch(text, /[!’]|Veuillez|Oups|Cliquez ici/)
      const spaced = [letter.subject, ...letter.opening, ...(letter.closing ?? [])].join(' ')
      assert.notMatch(spaced, / [:;?»]|\d h| \d\d h/)
    })
})

test.group('A convocation', () => {
  test('tells the employer who, when, where, with whom and until when to cancel', ({ assert }) => {
    const letter = convocation(FACTS, 'employer', BEFORE)
    const text = read(letter)

    assert.equal(letter.subject.replaceAll('\u00a0', ' '), 'Convocation : rendez-vous santé au travail du jeudi 3 décembre 2026 à 10 h 00')
    assert.include(text, 'Aurélie Le Guern a rendez-vous le jeudi 3 décembre 2026 à 10 h 00.')
    assert.include(text, 'Avec: Dr Solène Kerdraon, Médecin du travail')
    assert.include(text, 'Lieu: Centre de Vern, 4 rue du Patis, 35770 Vern-sur-Seiche')
    assert.include(text, "Vous pouvez demander l'annulation dans l'Espace adhérent avant le mardi 1er décembre 2026 à 10 h 00.")
    assert.include(text, '02 99 00 00 00')
    assert.match(letter.act!.url, /^http.+\/convocations\/01a20d5d-f5ad-7ed8-bc58-697a7c05e064$/)
  })

  test('at its limit says that it is too late and what remains possible', ({ assert }) => {
    const text = read(convocation(FACTS, 'employer', AT_LIMIT))
    assert.include(text, "L'annulation n'est plus possible : la limite était le mardi 1er décembre 2026 à 10 h 00.")
    assert.include(text, "Il reste possible de remplacer le salarié jusqu'au début du rendez-vous")
    assert.notInclude(text, 'Vous pouvez demander')
  })

  test('is to be handed over when the employee has no e-mail', ({ assert }) => {
    const letter = convocation({ ...FACTS, employee: { ...FACTS.employee, email: null } }, 'employer', BEFORE)
    assert.include(read(letter), 'remettez-lui cette convocation')
  })

  test('gives the employee no page of the Espace adhérent', ({ assert }) => {
    assert.isUndefined(convocation(FACTS, 'employee', BEFORE).act)
  })

  test('sends an employee who cannot come to the employer before the limit, to OSTRA after it', ({ assert }) => {
    assert.include(read(convocation(FACTS, 'employee', BEFORE)), 'dites-le à votre employeur avant le mardi 1er décembre 2026 à 10 h 00')
    assert.include(read(convocation(FACTS, 'employee', AT_LIMIT)), 'Si vous ne pouvez pas venir, appelez OSTRA au 02 99 00 00 00.')
  })

  test('of which the employer may know nothing names no employer', ({ assert }) => {
    assert.notInclude(read(convocation({ ...FACTS, visibleToMember: false }, 'employee', BEFORE)), 'employeur')
  })
})

test.group('Other letters', () => {
  test('a cancellation says by whom', ({ assert }) => {
    assert.include(read(cancellation(cancelled('staff'), 'employer')), 'est annulé par OSTRA.')
    assert.include(read(cancellation(cancelled('member'), 'employer')), 'est annulé, à votre demande.')
    assert.include(read(cancellation(cancelled('member'), 'employee')), 'est annulé par votre employeur.')
  })

  test('a refusal gives its reason', ({ assert }) => {
    assert.include(read(requestRefused(REQUEST, '02 99 00 00 00')), 'Motif: Une visite est déjà prévue.')
  })

  test('a reset link says its end as an exact time', ({ assert }) => {
    const letter = resetLink({ token: 'abc', expiresAt: parisInstant('2026-11-24', '10:12') })
    assert.include(read(letter), 'avant le mardi 24 novembre 2026 à 10 h 12')
    assert.match(letter.act!.url, /\/mot-de-passe\/reinitialisation\/abc$/)
  })
})
