/** What a column of a file may tell of a person. */
export const FIELDS = [
  'siret',
  'payrollId',
  'familyName',
  'usedName',
  'firstName',
  'birthDate',
  'nationalId',
  'email',
  'phone',
  'site',
  'jobTitle',
  'pcsCode',
  'jobFrom',
  'contractNature',
  'hiredOn',
  'contractEndOn',
  'leftOn',
  'departureReason',
  'stoppageOrigin',
  'stoppageFrom',
  'stoppageTo',
  'stoppageReturn',
] as const

export type Field = (typeof FIELDS)[number]

type Column = { label: string; alsoCalled: string[]; help?: string }

/** The name of each column in the template, and what people call it. */
export const COLUMNS: Record<Field, Column> = {
  siret: { label: 'SIRET', alsoCalled: ['n siret', 'numero siret', 'siret etablissement'], help: 'Pour un fichier de plusieurs établissements' },
  payrollId: { label: 'Matricule', alsoCalled: ['matricule paie', 'n matricule', 'numero matricule', 'matricule salarie', 'code salarie', 'id salarie', 'numero salarie', 'numero de paie'] },
  familyName: { label: 'Nom', alsoCalled: ['nom de famille', 'nom de naissance', 'nom patronymique', 'nom salarie', 'nom du salarie', 'family name', 'last name', 'lastname'] },
  usedName: { label: "Nom d'usage", alsoCalled: ['nom usuel', 'nom marital', 'nom d epouse', 'nom epouse', 'nom usage'] },
  firstName: { label: 'Prénom', alsoCalled: ['prenoms', 'prenom salarie', 'prenom du salarie', 'prenom usuel', 'first name', 'firstname'] },
  birthDate: { label: 'Date de naissance', alsoCalled: ['date naissance', 'naissance', 'ne le', 'nee le', 'ne e le', 'ddn', 'birth date', 'date of birth'] },
  nationalId: { label: 'Numéro de sécurité sociale', alsoCalled: ['nir', 'n ss', 'nss', 'numero ss', 'no ss', 'secu', 'n secu', 'n securite sociale', 'n de securite sociale', 'numero securite sociale', 'numero secu'] },
  email: { label: 'E-mail', alsoCalled: ['email', 'mail', 'courriel', 'adresse e mail', 'adresse email', 'adresse mail', 'mel'] },
  phone: { label: 'Téléphone', alsoCalled: ['tel', 'tel.', 'portable', 'mobile', 'telephone portable', 'telephone mobile', 'n de telephone', 'numero de telephone', 'gsm'] },
  site: { label: 'Site', alsoCalled: ['etablissement', 'lieu de travail', 'agence', 'lieu', 'site de rattachement'] },
  jobTitle: { label: 'Poste', alsoCalled: ['poste occupe', 'intitule du poste', 'libelle du poste', 'emploi', 'libelle emploi', 'intitule emploi', 'intitule de l emploi', 'fonction', 'metier', 'profession', 'job title'] },
  pcsCode: { label: 'Code PCS-ESE', alsoCalled: ['pcs', 'pcs ese', 'code pcs', 'code pcs ese', 'csp', 'code csp'] },
  jobFrom: { label: 'Au poste depuis le', alsoCalled: ['poste depuis le', 'date du poste', 'date d effet du poste', 'depuis le', 'date de changement de poste'] },
  contractNature: { label: 'Contrat', alsoCalled: ['type de contrat', 'nature du contrat', 'nature contrat', 'type contrat'] },
  hiredOn: { label: "Date d'entrée", alsoCalled: ['date entree', 'entree', 'date d embauche', 'date embauche', 'embauche', 'embauche le', 'date d arrivee', 'date de debut de contrat', 'date debut contrat', 'debut de contrat', 'debut du contrat', 'hire date'] },
  contractEndOn: { label: 'Fin de contrat prévue', alsoCalled: ['date de fin de contrat prevue', 'date fin contrat prevue', 'fin prevue', 'echeance du contrat', 'fin de cdd', 'terme du contrat', 'date de fin prevue'] },
  leftOn: { label: 'Date de sortie', alsoCalled: ['sortie', 'date sortie', 'date de depart', 'date depart', 'depart', 'sorti le', 'sortie le', 'date de fin de contrat', 'date fin contrat', 'fin de contrat'] },
  departureReason: { label: 'Motif de sortie', alsoCalled: ['motif sortie', 'motif de depart', 'motif du depart', 'motif depart', 'motif de fin de contrat', 'motif'] },
  stoppageOrigin: { label: "Origine de l'arrêt", alsoCalled: ['origine arret', 'motif de l arret', 'motif arret', 'nature de l arret', 'type d arret'] },
  stoppageFrom: { label: "Début de l'arrêt", alsoCalled: ['debut arret', 'arret du', 'premier jour d arret', 'date de debut d arret'] },
  stoppageTo: { label: "Fin de l'arrêt", alsoCalled: ['fin arret', 'arret jusqu au', 'dernier jour d arret', 'date de fin d arret', 'fin d arret'] },
  stoppageReturn: { label: 'Reprise le', alsoCalled: ['reprise', 'date de reprise', 'date reprise', 'reprise du travail'] },
}

/** Without these nobody can be told from another. */
export const IDENTITY: Field[] = ['familyName', 'firstName', 'birthDate']
/** What an entry needs besides. */
export const ENTRY: Field[] = ['jobTitle', 'hiredOn']

export const columnLabel = (field: Field) => COLUMNS[field].label
