/** What a filter of the journal gathers. */
export type Act = 'sign_in' | 'refusal' | 'rights' | 'company' | 'workforce' | 'request' | 'visit' | 'document' | 'export' | 'account' | 'team'

export const ACT_LABELS: Record<Act, string> = {
  sign_in: 'Connexions',
  refusal: 'Refus',
  rights: 'Accès et droits',
  company: 'Entreprise',
  workforce: 'Salariés',
  request: 'Demandes',
  visit: 'Convocations et visites',
  document: 'Documents ouverts',
  export: 'Exports',
  account: 'Comptes utilisateurs',
  team: 'Équipe OSTRA',
}

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
  'access.changed': words('rights', 'access', "Droits d'un accès changés", "a changé les droits d'un accès"),
  'access.handed_over': words('rights', 'access', 'Rôle de titulaire transmis', 'a transmis le rôle de titulaire'),
  'access.resumed': words('rights', 'access', 'Accès rouvert', 'a rouvert un accès'),
  'access.revoked': words('rights', 'access', 'Accès retiré', 'a retiré un accès'),
  'access.suspended': words('rights', 'access', 'Accès suspendu', 'a suspendu un accès'),
  'company.changed': words('company', 'member', 'Adresse ou activité changée', "a changé l'adresse ou l'activité de l'entreprise"),
  'contact.added': words('company', 'contact', 'Contact ajouté', 'a ajouté un contact'),
  'contact.changed': words('company', 'contact', 'Contact changé', 'a changé un contact'),
  'contact.removed': words('company', 'contact', 'Contact retiré', 'a retiré un contact'),
  'convocation.downloaded': words('document', 'visit', 'Convocation téléchargée', 'a téléchargé une convocation'),
  'email.cancelled': words('account', 'user', "Changement d'adresse e-mail abandonné", null),
  'email.changed': words('account', 'user', 'Adresse e-mail changée', null),
  'email.confirmed': words('account', 'user', 'Adresse e-mail confirmée par son lien', null),
  'email.requested': words('account', 'user', "Changement d'adresse e-mail demandé", null),
  'employee.archived': words('workforce', 'employee', 'Salarié archivé', null),
  'employee.changed': words('workforce', 'employee', "Renseignements d'un salarié changés", "a changé les renseignements d'un salarié"),
  'employee.departure_withdrawn': words('workforce', 'employee', "Sortie d'un salarié annulée", "a annulé la sortie d'un salarié"),
  'employee.hired': words('workforce', 'employee', "Entrée d'un salarié", 'a déclaré une entrée'),
  'employee.left': words('workforce', 'employee', "Sortie d'un salarié", 'a déclaré une sortie'),
  'employee.national_id_given': words('workforce', 'employee', "Numéro de sécurité sociale d'un salarié enregistré", "a enregistré le numéro de sécurité sociale d'un salarié"),
  'employee.post_changed': words('workforce', 'employee', "Poste d'un salarié changé", "a changé le poste d'un salarié"),
  'employee.rehired': words('workforce', 'employee', "Retour d'un salarié", "a déclaré le retour d'un salarié"),
  'employee.stoppage_corrected': words('workforce', 'employee', 'Arrêt de travail corrigé', 'a corrigé un arrêt de travail'),
  'employee.stoppage_recorded': words('workforce', 'employee', 'Arrêt de travail déclaré', 'a déclaré un arrêt de travail'),
  'employee.stoppage_withdrawn': words('workforce', 'employee', 'Arrêt de travail retiré', 'a retiré un arrêt de travail'),
  'first_access.asked': words('account', 'member', 'Lien de première connexion demandé', null),
  'first_access.sent': words('account', 'member', 'Lien de première connexion envoyé par OSTRA', 'a fait envoyer le lien de première connexion'),
  'first_access.used': words('account', 'member', 'Première connexion faite', 'a ouvert le compte par le lien de première connexion'),
  'first_access.withheld': words('account', 'nothing', 'Lien de première connexion demandé, sans envoi', null),
  'first_visit.waived': words('visit', 'employee', "Première visite dispensée par l'équipe de santé", null),
  'holder.recovered': words('rights', 'access', 'Nouveau titulaire arrivé, à la demande des relations adhérents', "est devenu titulaire, à l'invitation d'OSTRA"),
  'holder.recovery_closed': words('rights', 'member', "Recherche d'un nouveau titulaire abandonnée", "a abandonné la recherche d'un nouveau titulaire"),
  'holder.recovery_opened': words('rights', 'member', "Nouveau titulaire invité par l'équipe", 'a invité un nouveau titulaire'),
  'import.applied': words('workforce', 'import', 'Import de fichier appliqué', 'a appliqué un import de fichier'),
  'import.created': words('workforce', 'import', 'Fichier importé, à vérifier', 'a envoyé un fichier à importer'),
  'import.dropped': words('workforce', 'import', 'Import de fichier abandonné', 'a abandonné un import de fichier'),
  'invitation.accepted': words('rights', 'access', 'Invitation acceptée', 'a accepté une invitation'),
  'invitation.resent': words('rights', 'nothing', 'Invitation renvoyée', 'a renvoyé une invitation'),
  'invitation.sent': words('rights', 'nothing', 'Invitation envoyée', "a invité quelqu'un"),
  'invitation.withdrawn': words('rights', 'nothing', 'Invitation retirée', 'a retiré une invitation'),
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
  'password.link_asked': words('account', 'user', 'Lien de mot de passe demandé', null),
  'password.link_withheld': words('account', 'nothing', 'Lien de mot de passe demandé, sans envoi', null),
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
  'session.throttled': words('sign_in', 'user', "Essais de connexion à l'Espace adhérent mis en attente", null),
  'siren_change.accepted': words('company', 'member', 'Changement de SIREN accepté', 'a accepté un changement de SIREN'),
  'siren_change.applied': words('company', 'member', 'Nouveaux numéros en vigueur', 'a mis les nouveaux numéros en vigueur'),
  'siren_change.proof_downloaded': words('document', 'member', "Justificatif d'un changement de SIREN téléchargé", "a téléchargé le justificatif d'un changement de SIREN"),
  'siren_change.refused': words('company', 'member', 'Changement de SIREN refusé', 'a refusé un changement de SIREN'),
  'siren_change.sent': words('company', 'member', 'Changement de SIREN demandé', 'a demandé un changement de SIREN'),
  'siren_change.taken': words('company', 'member', 'Changement de SIREN pris en charge', 'a pris en charge un changement de SIREN'),
  'site.added': words('company', 'site', 'Site ajouté', 'a ajouté un site'),
  'site.changed': words('company', 'site', 'Site changé', 'a changé un site'),
  'situation.noted': words('workforce', 'employee', "Situation d'un salarié notée par l'équipe de santé", null),
  'staff.code_refused': words('sign_in', 'staff', "Code d'un membre de l'équipe refusé", null),
  'staff.password_changed': words('account', 'staff', "Mot de passe d'un membre de l'équipe changé", null),
  'staff.password_refused': words('account', 'staff', "Mot de passe actuel d'un membre de l'équipe refusé", null),
  'staff.recovery_code_used': words('sign_in', 'staff', "Code de secours d'un membre de l'équipe utilisé", null),
  'staff.recovery_codes_made': words('account', 'staff', "Codes de secours d'un membre de l'équipe créés", null),
  'staff.second_factor_enabled': words('account', 'staff', "Double authentification d'un membre de l'équipe activée", null),
  'staff.session_closed': words('account', 'staff', "Appareil d'un membre de l'équipe déconnecté à distance", null),
  'staff.sessions_closed': words('account', 'staff', "Autres appareils d'un membre de l'équipe déconnectés", null),
  'staff.sign_in_refused': words('sign_in', 'staff', "Mot de passe d'un membre de l'équipe refusé", null),
  'staff.sign_in_throttled': words('sign_in', 'staff', "Essais de connexion d'un membre de l'équipe mis en attente", null),
  'staff.signed_in': words('sign_in', 'staff', "Connexion d'un membre de l'équipe", null),
  'staff.signed_out': words('sign_in', 'staff', "Déconnexion d'un membre de l'équipe", null),
  'tries.throttled': words('refusal', 'nothing', 'Essais trop nombreux, mis en attente', null),
  'user.erased': words('account', 'user', 'Ancien utilisateur effacé', null),
  'visit.acknowledged': words('visit', 'visit', 'Réception de la convocation confirmée', 'a confirmé la réception de la convocation'),
  'visit.cancellation_refused': words('visit', 'visit', 'Annulation refusée', "a demandé une annulation, qui a été refusée"),
  'visit.cancelled': words('visit', 'visit', 'Visite annulée', 'a annulé une visite'),
  'visit.confirmed': words('visit', 'visit', 'Venue confirmée par le salarié', 'a confirmé sa venue'),
  'visit.convoked': words('visit', 'visit', 'Visite convoquée', 'a convoqué à une visite'),
  'visit.declined': words('visit', 'visit', "Absence annoncée par le salarié", 'a annoncé ne pas pouvoir venir'),
  'visit.excused': words('visit', 'visit', 'Absence excusée', 'a noté une absence excusée'),
  'visit.findings_noted': words('visit', 'visit', "Date ou constat du médecin noté", null),
  'visit.held': words('visit', 'visit', 'Visite réalisée', 'a noté la visite comme réalisée'),
  'visit.moved': words('visit', 'visit', 'Visite déplacée', 'a déplacé une visite'),
  'visit.substituted': words('visit', 'visit', 'Salarié remplacé', 'a remplacé le salarié convoqué'),
  'visit.unexcused': words('visit', 'visit', 'Absence non excusée', 'a noté une absence non excusée'),
  'visit_request.cancelled': words('request', 'visit_request', 'Demande annulée', 'a annulé une demande'),
  'visit_request.proof_downloaded': words('document', 'visit_request', 'Preuve de la demande téléchargée', "a téléchargé la preuve d'une demande"),
  'visit_request.refused': words('request', 'visit_request', 'Demande refusée', 'a refusé une demande'),
  'visit_request.sent': words('request', 'visit_request', 'Demande envoyée', 'a envoyé une demande'),
  'visit_request.taken': words('request', 'visit_request', 'Demande prise en charge', 'a pris en charge une demande'),
  'workforce.choices_changed': words('workforce', 'member', "Demande automatique à l'embauche changée", "a changé la demande automatique à l'embauche"),
} satisfies Record<string, JournalWords>

export type JournalEvent = keyof typeof JOURNAL_EVENTS

/** The words of a stored event; one that a former release wrote shows its own name to the team. */
export function wordsOfEvent(event: string): JournalWords {
  return (JOURNAL_EVENTS as Record<string, JournalWords>)[event] ?? words('team', 'nothing', event, null)
}
