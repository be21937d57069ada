import { parisInstant } from '#shared/dates'
import type { RequestFacts, SirenChangeFacts, VisitFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { askAnswer } from '#messaging/mails/answer'
import { cancellation } from '#messaging/mails/cancellation'
import { convocation } from '#messaging/mails/convocation'
import { declined } from '#messaging/mails/declined'
import { firstAccess } from '#messaging/mails/first_access'
import { invitation, invitationReminder } from '#messaging/mails/invitation'
import { moved } from '#messaging/mails/moved'
import { news } from '#messaging/mails/news'
import { newEmail, oldEmail } from '#messaging/mails/email_change'
import { reminder } from '#messaging/mails/reminder'
import { requestReceived } from '#messaging/mails/request_received'
import { requestRefused } from '#messaging/mails/request_refused'
import { securityNotice } from '#messaging/mails/security_notice'
import { resetLink } from '#messaging/mails/reset_link'
import { sirenChangeDecided, sirenChangeReceived, sirenChangeWaiting } from '#messaging/mails/siren_change'
import { substitution } from '#messaging/mails/substitution'
import type { NotificationFacts } from '#messaging/queries/find_notification'
import { SECURITY_NOTICES } from '#identity/rules/security_notices'
import { NOTIFICATION_KINDS, type NotificationKind } from '#messaging/rules/notification_kinds'

export const FACTS: VisitFacts = {
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
export const REQUEST: RequestFacts = {
  id: '01a20d5d-0002-7ed8-bc58-697a7c05e064',
  memberId: FACTS.member.id,
  employeeName: FACTS.employee.name,
  requestedAt: parisInstant('2026-11-24', '09:12'),
  refusalReason: 'Une visite est déjà prévue.',
}
const SIREN_CHANGE: SirenChangeFacts = {
  id: '01a20d5d-0004-7ed8-bc58-697a7c05e064',
  memberNumber: '0042317',
  newSiret: '73282932000074',
  newName: 'Charpentes du Meu',
  effectiveOn: '2027-01-01',
  requestedAt: parisInstant('2026-11-24', '09:12'),
  requestedBy: '01a20d5d-0005-7ed8-bc58-697a7c05e064',
  takenBy: null,
  state: 'received',
  refusalReason: null,
}
export const BEFORE = parisInstant('2026-11-24', '09:12')
export const AT_LIMIT = FACTS.limit

export const cancelled = (by: 'member' | 'staff'): VisitFacts => ({ ...FACTS, cancelled: { by } })
const hidden: VisitFacts = { ...FACTS, visibleToMember: false }
const answered = (answer: 'coming' | 'not_coming'): VisitFacts => ({ ...FACTS, answered: { answer } })
const substituting: VisitFacts = { ...FACTS, substitutes: { employeeName: 'Karim Bensallah' } }
const unreachable: VisitFacts = { ...FACTS, employee: { ...FACTS.employee, email: null } }

/** What a user reads by mail of such a thing. */
function aboutNews(kind: NotificationKind): NotificationFacts {
  const isRequest = kind.startsWith('request_')
  const visit = { id: FACTS.visitId, startsAt: FACTS.startsAt, state: kind === 'visit_outcome' ? 'excused' : 'convoked', stands: kind === 'employee_declined' }
  return {
    id: '01a20d5d-0003-7ed8-bc58-697a7c05e064',
    kind,
    at: BEFORE,
    actorUserId: null,
    member: { id: FACTS.member.id, number: '0042317', name: 'Charpentes Ormevert' },
    employeeName: FACTS.employee.name,
    byColleague: kind === 'visit_substituted',
    visit: isRequest ? null : visit,
    request: isRequest ? { id: REQUEST.id, requestedAt: REQUEST.requestedAt } : null,
    replacedName: kind === 'visit_substituted' ? 'Karim Bensallah' : null,
  }
}

const ALERT = { id: '01a20d5d-0004-7ed8-bc58-697a7c05e064', at: BEFORE, ownerId: '01a20d5d-0005-7ed8-bc58-697a7c05e064', emailChangeId: null, passkeys: 0 }

const asked = (letter: Letter, facts = FACTS) => askAnswer(letter, facts, async () => 'jeton')

const INVITATION = { token: 'jeton', company: 'Charpentes Ormevert', inviter: 'Claire Montaubry', becomesHolder: false, expiresAt: BEFORE.plus({ days: 7 }) }

/** Every mail that the project sends, in each of its wordings. */
export const LETTERS: Record<string, Letter> = {
  'convocation-employeur': convocation(FACTS, 'employer', BEFORE),
  'convocation-employeur-apres-la-limite': convocation(FACTS, 'employer', AT_LIMIT),
  'convocation-employeur-remplacement': convocation(substituting, 'employer', BEFORE),
  'convocation-employeur-salarie-sans-adresse': convocation(unreachable, 'employer', BEFORE),
  'convocation-salarie': await asked(convocation(FACTS, 'employee', BEFORE)),
  'convocation-salarie-apres-la-limite': await asked(convocation(FACTS, 'employee', AT_LIMIT)),
  'convocation-salarie-remplacement': await asked(convocation(substituting, 'employee', BEFORE)),
  'convocation-salarie-inconnue-de-l-employeur': await asked(convocation(hidden, 'employee', BEFORE), hidden),
  'nouvelle-date-employeur': moved(FACTS, 'employer', BEFORE),
  'nouvelle-date-salarie': await asked(moved(FACTS, 'employee', BEFORE)),
  'rappel-employeur': reminder(FACTS, 'limit_eve', 'employer', BEFORE),
  'rappel-salarie': await asked(reminder(FACTS, 'week_before', 'employee', BEFORE)),
  'dernier-rappel-employeur': reminder(FACTS, 'day_before', 'employer', AT_LIMIT),
  'dernier-rappel-salarie-qui-vient': await asked(reminder(FACTS, 'day_before', 'employee', AT_LIMIT), answered('coming')),
  'dernier-rappel-salarie-qui-ne-peut-pas': await asked(reminder(FACTS, 'day_before', 'employee', AT_LIMIT), answered('not_coming')),
  'annulation-employeur-par-ostra': cancellation(cancelled('staff'), 'employer'),
  'annulation-employeur-a-sa-demande': cancellation(cancelled('member'), 'employer'),
  'annulation-salarie-par-ostra': cancellation(cancelled('staff'), 'employee'),
  'annulation-salarie-par-l-employeur': cancellation(cancelled('member'), 'employee'),
  'remplacement-salarie': substitution(FACTS),
  'salarie-qui-ne-peut-pas-venir': declined(FACTS, BEFORE),
  'demande-recue': requestReceived(REQUEST, FACTS.centre.phone),
  'demande-refusee': requestRefused(REQUEST, FACTS.centre.phone),
  'changement-siren-recu': sirenChangeReceived(SIREN_CHANGE),
  'changement-siren-accepte': sirenChangeDecided({ ...SIREN_CHANGE, state: 'accepted' }, false),
  'changement-siren-accepte-pour-plus-tard': sirenChangeDecided({ ...SIREN_CHANGE, state: 'accepted' }, true),
  'changement-siren-refuse': sirenChangeDecided({ ...SIREN_CHANGE, state: 'refused', refusalReason: 'Le Kbis a plus de trois mois.' }, false),
  'changement-siren-attend': sirenChangeWaiting(SIREN_CHANGE, 3),
  'invitation': invitation(INVITATION),
  'invitation-rappel': invitationReminder(INVITATION),
  'invitation-titulaire': invitation({ ...INVITATION, inviter: null, becomesHolder: true }),
  'invitation-titulaire-rappel': invitationReminder({ ...INVITATION, inviter: null, becomesHolder: true }),
  'premiere-connexion': firstAccess({ token: 'jeton', memberNumber: '0042317', expiresAt: BEFORE.plus({ hours: 1 }) }),
  'mot-de-passe': resetLink({ token: 'jeton', expiresAt: BEFORE.plus({ hours: 1 }) }),
  'adresse-actuelle': oldEmail({ token: 'jeton', expiresAt: BEFORE.plus({ hours: 1 }), newEmail: 'camille@nouvelle.example' }),
  'adresse-nouvelle': newEmail({ token: 'jeton', expiresAt: BEFORE.plus({ hours: 1 }) }),
  ...Object.fromEntries(SECURITY_NOTICES.map((kind) => [`securite-${kind.replaceAll('_', '-')}`, securityNotice({ ...ALERT, kind, owner: 'user' })])),
  'securite-password-changed-et-des-cles': securityNotice({ ...ALERT, kind: 'password_changed', owner: 'user', passkeys: 2 }),
  'securite-equipe': securityNotice({ ...ALERT, kind: 'password_changed', owner: 'staff' }),
  ...Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [`notification-${kind.replaceAll('_', '-')}`, news(aboutNews(kind), 'jeton')])),
}
