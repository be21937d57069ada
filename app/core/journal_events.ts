/** What a filter of the journal gathers. */
export type Act = 'sign_in' | 'refusal' | 'rights' | 'company' | 'workforce' | 'request' | 'visit' | 'document' | 'export' | 'account' | 'team'

/** The table that `subject_id` points into: how a reader's page turns the id into a name. */
export type About = 'access' | 'contact' | 'employee' | 'import' | 'member' | 'nothing' | 'site' | 'staff' | 'user' | 'visit' | 'visit_request'

/** `team`: for OSTRA's staff. `member`: follows the name of who acted, on the page of a member's administrators; null when it is not theirs to see. */
export type JournalWords = { act: Act; about: About; team: string; member: string | null }

const words = (act: Act, about: About, team: string, member: string | null): JournalWords => ({ act, about, team, member })

/**
 * Every event of the journal, in alphabetical order: `noun.verb`, what kind of act it is, what its subject is, its words
 * for OSTRA's team, its words for a member's administrators (a verb: "Claire Martin <a annulé une visite>"), or null.
 * An event added here needs the case that drives it in tests/functional/core/journal_events.
 */
export const JOURNAL_EVENTS = {
  'convocation.downloaded': words('document', 'visit', 'Convocation téléchargée', 'a téléchargé une convocation'),
  'email.cancelled': words('account', 'user', "Changement d'adresse e-mail abandonné", null),
  'email.changed': words('account', 'user', 'Adresse e-mail changée', null),
  'email.confirmed': words('account', 'user', 'Adresse e-mail confirmée par son lien', null),
  'email.requested': words('account', 'user', "Changement d'adresse e-mail demandé", null),
  'list.exported': words('export', 'nothing', 'Liste exportée', 'a exporté une liste'),
  'name.changed': words('account', 'user', 'Nom changé', null),
  'notifications.chosen': words('account', 'user', 'Choix des notifications changé', null),
  'notifications.stopped': words('account', 'user', 'Mails arrêtés par le lien du mail', null),
  'page.not_found': words('refusal', 'nothing', 'Élément demandé introuvable, ou à un autre adhérent', null),
  'page.refused': words('refusal', 'nothing', 'Page ou acte refusé, faute de droit', "s'est vu refuser une page ou un acte, faute de droit"),
  'passkey.added': words('account', 'user', "Clé d'accès ajoutée", null),
  'passkey.refused': words('sign_in', 'user', "Clé d'accès refusée", null),
  'passkey.removed': words('account', 'user', "Clé d'accès retirée", null),
  'password.changed': words('account', 'user', 'Mot de passe changé', null),
  'password.refused': words('account', 'user', 'Mot de passe actuel refusé', null),
  'password.reset': words('account', 'user', 'Mot de passe changé par un lien', null),
  'recovery_code.used': words('sign_in', 'user', 'Code de secours utilisé', null),
  'recovery_codes.made': words('account', 'user', 'Codes de secours créés', null),
  'second_factor.disabled': words('account', 'user', 'Double authentification arrêtée', null),
  'second_factor.enabled': words('account', 'user', 'Double authentification activée', null),
  'second_factor.refused': words('sign_in', 'user', 'Code de double authentification refusé', null),
  'session.closed': words('account', 'user', 'Appareil déconnecté à distance', null),
  'session.opened': words('sign_in', 'user', "Connexion à l'Espace adhérent", null),
  'session.others_closed': words('account', 'user', 'Autres appareils déconnectés', null),
  'session.refused': words('sign_in', 'user', "Connexion à l'Espace adhérent refusée", null),
  'staff.code_refused': words('sign_in', 'staff', "Code d'un membre de l'équipe refusé", null),
  'staff.password_changed': words('account', 'staff', "Mot de passe d'un membre de l'équipe changé", null),
  'staff.password_refused': words('account', 'staff', "Mot de passe actuel d'un membre de l'équipe refusé", null),
  'staff.recovery_code_used': words('sign_in', 'staff', "Code de secours d'un membre de l'équipe utilisé", null),
  'staff.recovery_codes_made': words('account', 'staff', "Codes de secours d'un membre de l'équipe créés", null),
  'staff.second_factor_enabled': words('account', 'staff', "Double authentification d'un membre de l'équipe activée", null),
  'staff.session_closed': words('account', 'staff', "Appareil d'un membre de l'équipe déconnecté à distance", null),
  'staff.sessions_closed': words('account', 'staff', "Autres appareils d'un membre de l'équipe déconnectés", null),
  'staff.sign_in_refused': words('sign_in', 'staff', "Mot de passe d'un membre de l'équipe refusé", null),
  'staff.signed_in': words('sign_in', 'staff', "Connexion d'un membre de l'équipe", null),
  'staff.signed_out': words('sign_in', 'staff', "Déconnexion d'un membre de l'équipe", null),
  'visit.acknowledged': words('visit', 'visit', 'Réception de la convocation confirmée', 'a confirmé la réception de la convocation'),
  'visit.cancellation_refused': words('visit', 'visit', 'Annulation refusée', "a demandé une annulation, qui a été refusée"),
  'visit.cancelled': words('visit', 'visit', 'Visite annulée', 'a annulé une visite'),
  'visit.confirmed': words('visit', 'visit', 'Venue confirmée par le salarié', 'a confirmé sa venue'),
  'visit.convoked': words('visit', 'visit', 'Visite convoquée', 'a convoqué à une visite'),
  'visit.declined': words('visit', 'visit', "Absence annoncée par le salarié", 'a annoncé ne pas pouvoir venir'),
  'visit.excused': words('visit', 'visit', 'Absence excusée', 'a noté une absence excusée'),
  'visit.held': words('visit', 'visit', 'Visite réalisée', 'a noté la visite comme réalisée'),
  'visit.moved': words('visit', 'visit', 'Visite déplacée', 'a déplacé une visite'),
  'visit.substituted': words('visit', 'visit', 'Salarié remplacé', 'a remplacé le salarié convoqué'),
  'visit.unexcused': words('visit', 'visit', 'Absence non excusée', 'a noté une absence non excusée'),
  'visit_request.cancelled': words('request', 'visit_request', 'Demande annulée', 'a annulé une demande'),
  'visit_request.proof_downloaded': words('document', 'visit_request', 'Preuve de la demande téléchargée', "a téléchargé la preuve d'une demande"),
  'visit_request.refused': words('request', 'visit_request', 'Demande refusée', 'a refusé une demande'),
  'visit_request.sent': words('request', 'visit_request', 'Demande envoyée', 'a envoyé une demande'),
  'visit_request.taken': words('request', 'visit_request', 'Demande prise en charge', 'a pris en charge une demande'),
} satisfies Record<string, JournalWords>

export type JournalEvent = keyof typeof JOURNAL_EVENTS

/** The words of a stored event; one that a former release wrote shows its own name to the team. */
export function wordsOfEvent(event: string): JournalWords {
  return (JOURNAL_EVENTS as Record<string, JournalWords>)[event] ?? words('team', 'nothing', event, null)
}
