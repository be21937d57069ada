export type HelpArticle = {
  slug: string
  /** What one wants to do: the title of the page. */
  title: string
  /** What the page says, in a sentence. */
  summary: string
  /** What people call it that neither the title nor the page says. */
  alsoCalled: string
  /** The routes whose page leads here. */
  pages: string[]
}

export type HelpTask = { title: string; articles: HelpArticle[] }

/** Every page of the help, by task, in the order of the screen. Each has its text in resources/views/home/help/articles. */
export const HELP: HelpTask[] = [
  {
    title: "Entrer dans l'Espace adhérent",
    articles: [
      {
        slug: 'se-connecter',
        title: 'Se connecter',
        summary: "Avec un numéro d'adhérent ou une adresse e-mail, et un mot de passe.",
        alsoCalled: 'login identifiant session ouvrir entrer accès première connexion déconnexion se déconnecter quitter inactivité',
        pages: ['connexion.create', 'connexion.store'],
      },
      {
        slug: 'premiere-connexion',
        title: 'Ouvrir le compte la première fois',
        summary: "Un lien par e-mail, envoyé au contact de l'entreprise, permet de choisir le mot de passe.",
        alsoCalled: "premier accès activer activation créer un compte inscription pas de mot de passe jamais connecté titulaire",
        pages: ['premiere_connexion.create', 'premiere_connexion.store', 'premier_mot_de_passe.create', 'premier_mot_de_passe.store'],
      },
      {
        slug: 'mot-de-passe-perdu',
        title: 'Retrouver un mot de passe perdu',
        summary: 'Un lien par e-mail permet de choisir un autre mot de passe.',
        alsoCalled: 'oublié oubli réinitialiser réinitialisation changer mdp lien expiré bloqué',
        pages: ['oublie.create', 'oublie.store', 'reinitialisation.create', 'reinitialisation.store'],
      },
      {
        slug: 'changer-de-compte',
        title: "Passer d'un compte adhérent à l'autre",
        summary: 'Quand le même accès ouvre plusieurs entreprises.',
        alsoCalled: 'plusieurs comptes groupe expert-comptable changer basculer multi-comptes entreprise',
        pages: ['comptes.index', 'comptes.echeances'],
      },
    ],
  },
  {
    title: 'Protéger son compte',
    articles: [
      {
        slug: 'mon-compte',
        title: "Changer de nom, d'adresse ou de mot de passe",
        summary: 'Votre adresse change quand les deux adresses ont confirmé.',
        alsoCalled: 'mon compte profil e-mail mail courriel nouvelle adresse modifier mdp identité',
        pages: ['compte', 'compte.nom.create', 'compte.nom.store', 'compte.adresse.create', 'compte.adresse.store', 'compte.mot_de_passe.create', 'compte.mot_de_passe.store', 'compte.verification.create', 'compte.verification.store'],
      },
      {
        slug: 'double-authentification',
        title: 'Demander un code après le mot de passe',
        summary: "La double authentification, par une application de votre téléphone.",
        alsoCalled: '2FA MFA TOTP OTP second facteur validation deux étapes authentificator google authenticator code de secours perdu sécurité',
        pages: ['compte.facteur.show', 'compte.facteur.arret.create', 'compte.application.create', 'compte.application.store', 'compte.codes.show', 'connexion.code.create', 'connexion.code.store'],
      },
      {
        slug: 'cles-d-acces',
        title: 'Entrer avec un doigt, un visage ou une clé',
        summary: "Une clé d'accès remplace le mot de passe, ou le complète.",
        alsoCalled: "passkey webauthn fido yubikey empreinte biométrie touch id face id windows hello clé de sécurité USB sans mot de passe",
        pages: ['compte.cles.index', 'compte.cles.store', 'compte.cles.retrait.create'],
      },
      {
        slug: 'appareils-connectes',
        title: 'Voir et déconnecter ses appareils',
        summary: 'Où votre compte est ouvert, et comment le fermer à distance.',
        alsoCalled: 'sessions déconnexion à distance partout ordinateur partagé téléphone volé piraté intrus',
        pages: ['compte.appareils.index'],
      },
    ],
  },
  {
    title: 'Décider qui entre',
    articles: [
      {
        slug: 'donner-un-acces',
        title: 'Donner un accès, le limiter, le retirer',
        summary: 'Une invitation par e-mail, des droits par domaine, des sites, un dernier jour.',
        alsoCalled: 'inviter sous-utilisateur utilisateur collègue droits rôle permission administrateur stagiaire suspendre supprimer révoquer site expert-comptable',
        pages: ['acces.index', 'acces.show', 'acces.droits.edit', 'acces.droits.update', 'invitations.create', 'invitations.store', 'invitations.show'],
      },
      {
        slug: 'transmettre-le-role-de-titulaire',
        title: 'Transmettre le rôle de titulaire',
        summary: "Le numéro d'adhérent ouvre l'accès de quelqu'un d'autre\u00a0; vous restez administrateur.",
        alsoCalled: 'titulaire départ gérant passation remplacer changer de responsable numéro injoignable orphelin',
        pages: ['acces.titulaire.create', 'acces.titulaire.store'],
      },
      {
        slug: 'repondre-a-une-invitation',
        title: 'Répondre à une invitation',
        summary: "Choisir un mot de passe, ou la rattacher au compte que l'on a déjà.",
        alsoCalled: 'invité lien reçu e-mail rejoindre accepter créer mon accès expiré plusieurs entreprises',
        pages: ['invitation.create', 'invitation.store', 'invitation.suite', 'invitation.suite.store'],
      },
    ],
  },
  {
    title: "Tenir l'entreprise à jour",
    articles: [
      {
        slug: 'tenir-l-entreprise-a-jour',
        title: "Corriger l'adresse, l'activité, les contacts, les sites",
        summary: 'Ce que vous changez vous-même, et ce que garde l\'historique.',
        alsoCalled: 'déménagement adresse téléphone e-mail contact NAF APE site établissement fermer historique',
        pages: [
          ...['entreprise.show', 'entreprise.historique', 'entreprise.adresse.edit', 'entreprise.adresse.update', 'entreprise.activite.edit', 'entreprise.activite.update'],
          ...['entreprise.contacts.create', 'entreprise.contacts.store', 'entreprise.contacts.edit', 'entreprise.contacts.update', 'entreprise.contacts.destroy'],
          ...['entreprise.sites.create', 'entreprise.sites.store', 'entreprise.sites.edit', 'entreprise.sites.update', 'entreprise.sites.close', 'entreprise.sites.reopen'],
        ],
      },
      {
        slug: 'changer-de-siren',
        title: 'Changer de SIREN',
        summary: 'Sur justificatif, suivi étape par étape.',
        alsoCalled: 'SIRET fusion absorption transfert siège Kbis raison sociale numéro erreur',
        pages: ['entreprise.siren.create', 'entreprise.siren.store', 'entreprise.siren.show', 'entreprise.siren.proof'],
      },
    ],
  },
  {
    title: "Suivre l'effectif",
    articles: [
      {
        slug: 'tableau-de-bord',
        title: 'Lire le tableau de bord',
        summary: 'Ce qui vous attend, du plus pressé au plus lointain.',
        alsoCalled: 'accueil à faire retard priorités chiffres',
        pages: ['tableau_de_bord'],
      },
      {
        slug: 'trouver-un-salarie',
        title: 'Trouver un salarié',
        summary: 'Par son nom, son poste, son suivi ou sa date limite.',
        alsoCalled: 'chercher rechercher recherche liste effectif filtre trier personne employé sorti absent de la liste',
        pages: ['salaries.index'],
      },
      {
        slug: 'comprendre-une-date-limite',
        title: 'Comprendre une date limite',
        summary: "Le suivi simple, adapté ou renforcé, et l'article qui fixe chaque délai.",
        alsoCalled: 'SI SIA SIR échéance périodicité VIP embauche aptitude fréquence tous les combien ans CACES habilitation apprenti travailleur de nuit mineur',
        pages: ['salaries.show'],
      },
      {
        slug: 'suivre-les-echeances',
        title: 'Suivre les échéances',
        summary: 'Ce qui est en retard, dû sous 30 ou 90\u00a0jours, et la demande pour plusieurs à la fois.',
        alsoCalled: 'dates limites retard liste des visites dues planning prévision relance en masse groupée anticiper',
        pages: ['echeances.index'],
      },
    ],
  },
  {
    title: "Dire ce qui change dans l'effectif",
    articles: [
      {
        slug: 'declarer-une-entree',
        title: 'Déclarer une entrée',
        summary: "Un salarié ou plusieurs, et la visite due avant d'enregistrer.",
        alsoCalled: 'embauche embaucher recruter nouveau salarié arrivée ajouter créer CDD apprenti saisonnier DPAE risques PCS doublon retour réembauche',
        pages: ['entree.create', 'entree.store', 'reglages.create', 'reglages.store'],
      },
      {
        slug: 'changer-de-poste',
        title: 'Déclarer un changement de poste',
        summary: 'Un autre métier ou d\'autres expositions peuvent changer la visite due.',
        alsoCalled: 'mutation affectation nouveau poste risques exposition travail de nuit SIR renforcé métier promotion',
        pages: ['poste.create', 'poste.store'],
      },
      {
        slug: 'declarer-un-arret',
        title: 'Déclarer un arrêt de travail',
        summary: 'Prolongation, correction, et la visite de reprise dans ses huit jours.',
        alsoCalled: 'arrêt maladie accident du travail prolongation IJSS prolonger avis d\'arrêt CPAM attestation de salaire',
        pages: ['arrets.index', 'arrets.store', 'arrets.edit', 'arrets.update'],
      },
      {
        slug: 'declarer-une-sortie',
        title: 'Déclarer une sortie',
        summary: "Ce que deviennent la visite fixée et la fin d'exposition.",
        alsoCalled: 'départ démission licenciement retraite fin de contrat rupture supprimer un salarié quitter archivé',
        pages: ['sortie.create', 'sortie.store'],
      },
      {
        slug: 'importer-un-fichier',
        title: 'Importer un fichier de salariés',
        summary: "CSV, XLSX ou DSN\u00a0: vérifier ce qui change, puis l'appliquer.",
        alsoCalled: 'import importation tableur excel paie dsn csv xlsx fichier modèle colonnes plusieurs salariés effectif charger téléverser',
        pages: ['import.index', 'import.store', 'import.show', 'import.colonnes', 'import.choix', 'import.application', 'import.abandon'],
      },
      {
        slug: 'corriger-une-fiche',
        title: "Corriger la fiche d'un salarié",
        summary: 'Identité, contact, contrat, besoins pour la visite, numéro de sécurité sociale.',
        alsoCalled: 'modifier nom mariage e-mail téléphone matricule NIR interprète accessibilité fauteuil langue des signes handicap besoins historique',
        pages: ['fiche.create', 'fiche.store'],
      },
    ],
  },
  {
    title: 'Demander une visite',
    articles: [
      {
        slug: 'demander-un-rendez-vous',
        title: 'Demander un rendez-vous',
        summary: 'Pour une ou plusieurs personnes, et lequel choisir.',
        alsoCalled: 'prendre rendez-vous rdv visite médicale médecine du travail embauche occasionnelle mi-carrière liaison fin de carrière retraite motif',
        pages: ['demandes.create', 'demandes.store', 'demandes.brouillon'],
      },
      {
        slug: 'preparer-un-retour',
        title: 'Préparer un retour après un arrêt',
        summary: 'Préreprise, reprise, rendez-vous de liaison\u00a0: qui demande quoi, et quand.',
        alsoCalled: 'arrêt maladie maternité accident du travail reprise préreprise retour longue absence 30 jours 60 jours',
        pages: [],
      },
      {
        slug: 'suivre-une-demande',
        title: 'Suivre une demande',
        summary: "Les étapes d'une demande, et comment l'annuler tant que rien n'est fixé.",
        alsoCalled: 'état statut en cours refusée réponse délai attente retirer la demande preuve justificatif date certaine écrire message secrétariat question échange',
        pages: ['demandes.index', 'demandes.show', 'demandes.annulation', 'demandes.messages'],
      },
    ],
  },
  {
    title: 'Gérer une convocation',
    articles: [
      {
        slug: 'lire-une-convocation',
        title: 'Lire une convocation et en accuser réception',
        summary: "Où, quand, avec qui, jusqu'à quand l'annuler, et qui est prévenu.",
        alsoCalled: 'accusé confirmer rappel e-mail reçu lieu adresse horaire durée temps de travail imprimer afficher télécharger PDF agenda calendrier ICS Outlook',
        pages: ['convocations.index', 'convocations.calendrier', 'convocations.show', 'accuse.store', 'accuses.create', 'accuses.store'],
      },
      {
        slug: 'suivre-dans-un-agenda',
        title: 'Suivre les convocations dans un agenda',
        summary: 'Une adresse secrète que votre agenda relit de lui-même.',
        alsoCalled: "flux calendrier abonnement abonner synchroniser iCal Google iPhone webcal URL",
        pages: ['agenda.show', 'agenda.store', 'agenda.destroy', 'agenda.flux'],
      },
      {
        slug: 'annuler-une-visite',
        title: 'Annuler une visite',
        summary: 'Plus de 48\u00a0heures avant\u00a0; ensuite, ce qui reste possible.',
        alsoCalled: 'annulation désistement empêchement 48h trop tard absence non excusée frais facturée rendre le créneau',
        pages: ['annulation.create', 'annulation.store', 'annulations.create', 'annulations.store', 'annulations.bilan'],
      },
      {
        slug: 'changer-la-date',
        title: 'Reporter un rendez-vous à une autre date',
        summary: 'Plus de 48\u00a0heures avant, la visite prend aussitôt une autre date libre.',
        alsoCalled: 'report changer la date visite décaler déplacer reprogrammer autre jour autre heure autre date avancer repousser',
        pages: ['report.create', 'report.store'],
      },
      {
        slug: 'remplacer-un-salarie',
        title: 'Remplacer un salarié',
        summary: "Quelqu'un d'autre prend le créneau, jusqu'au début de la visite.",
        alsoCalled: 'remplacement remplaçant substitution échanger envoyer une autre personne',
        pages: ['remplacement.create', 'remplacement.store'],
      },
      {
        slug: 'la-reponse-du-salarie',
        title: 'Comprendre la réponse du salarié',
        summary: "Le lien de son e-mail, ce qu'il répond, ce que cela change.",
        alsoCalled: 'lien réponse confirmer sa venue présence ne peut pas venir empêché salarié sans compte',
        pages: [],
      },
    ],
  },
  {
    title: 'Être prévenu',
    articles: [
      {
        slug: 'lire-les-notifications',
        title: 'Lire les notifications',
        summary: "La cloche dit ce qu'OSTRA, vos collègues et les salariés ont fait depuis la dernière fois.",
        alsoCalled: 'cloche alerte nouveautés non lu marquer comme lu nouvelles',
        pages: ['notifications.index'],
      },
      {
        slug: 'choisir-les-notifications',
        title: 'Choisir ses notifications',
        summary: 'Événement par événement, à la cloche ou par e-mail.',
        alsoCalled: 'désabonner désinscrire désabonnement arrêter les e-mails préférences alertes moins de messages',
        pages: ['compte.notifications', 'arret.create', 'arret.store'],
      },
    ],
  },
  {
    title: 'Garder une trace',
    articles: [
      {
        slug: 'lire-le-journal',
        title: 'Savoir qui a fait quoi',
        summary: "Le journal du compte\u00a0: chaque acte, son auteur et l'instant.",
        alsoCalled: 'journal historique traçabilité audit log actions utilisateur contrôle qui a annulé accès refusé preuve',
        pages: ['acces.journal'],
      },
      {
        slug: 'exporter-une-liste',
        title: 'Exporter une liste',
        summary: 'Salariés, demandes, convocations ou journal, dans un tableur.',
        alsoCalled: 'export Excel CSV XLSX tableur télécharger extraction fichier liste imprimer LibreOffice',
        pages: [],
      },
    ],
  },
  {
    title: "Savoir à qui s'adresser",
    articles: [
      {
        slug: 'ce-que-l-employeur-ne-voit-pas',
        title: "Savoir ce que l'employeur ne voit pas",
        summary: 'Le secret médical, et ce que cette page ne montre donc jamais.',
        alsoCalled: 'secret médical confidentialité diagnostic dossier médical vie privée résultat raison motif de la visite santé',
        pages: [],
      },
      {
        slug: 'ce-qui-se-fait-ailleurs',
        title: 'Savoir ce qui se fait ailleurs',
        summary: "Ce que l'Espace adhérent ne fait pas, et où le demander.",
        alsoCalled: 'adhérer adhésion intérim intérimaire payer paiement carte bancaire visio téléconsultation dossier médical plusieurs employeurs',
        pages: [],
      },
      {
        slug: 'nous-appeler',
        title: 'Nous appeler ou nous écrire',
        summary: "Qui répond à quoi, et le téléphone de chaque centre.",
        alsoCalled: 'contact téléphone numéro adresse e-mail horaires secrétariat centre médecin infirmier aide joindre urgence',
        pages: [],
      },
    ],
  },
]

const ARTICLES = HELP.flatMap(({ articles }) => articles)

export function helpArticles(): HelpArticle[] {
  return ARTICLES
}

export function findHelpArticle(slug: string): HelpArticle | null {
  return ARTICLES.find((article) => article.slug === slug) ?? null
}

/** The other pages of the same task. */
export function helpBeside(slug: string): HelpArticle[] {
  const task = HELP.find(({ articles }) => articles.some((article) => article.slug === slug))
  return task?.articles.filter((article) => article.slug !== slug) ?? []
}

/** The page of the help that a page of the portal leads to. */
export function helpOfRoute(route: string | undefined): HelpArticle | null {
  return ARTICLES.find(({ pages }) => route !== undefined && pages.includes(route)) ?? null
}
