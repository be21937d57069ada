import { test } from '@japa/runner'
import { parisInstant } from '#shared/dates'
import type { Letter } from '#messaging/letter'
import { cancellation } from '#messaging/mails/cancellation'
import { convocation } from '#messaging/mails/convocation'
import { requestRefused } from '#messaging/mails/request_refused'
import { resetLink } from '#messaging/mails/reset_link'
import { AT_LIMIT, BEFORE, cancelled, FACTS, LETTERS, REQUEST } from '#tests/support/letters'

/** A letter as one line of plain text, its no-break spaces made plain ones. */
const read = ({ heading, opening, facts = [], closing = [] }: Letter) =>
  [heading, ...opening, ...facts.map(({ label, value }) => `${label}: ${value}`), ...closing].join(' ').replaceAll('\u00a0', ' ')

test.group('Letters', () => {
  test('{0}: the subject names nobody and no kind of visit')
    .with(Object.entries(LETTERS))
    .run(({ assert }, [, { subject }]) => {
      assert.notMatch(subject, /Aurélie|Guern|Kerdraon|périodique|aptitude|reprise|médecin/i)
      assert.match(subject, /rendez-vous santé au travail|mot de passe|Espace adhérent|espace de l'équipe|SIREN/)
    })

  test('{0}: is written as the house writes')
    .with(Object.entries(LETTERS))
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
