import { SimpleMessagesProvider } from '@vinejs/vine'

const DEFAULTS = {
  required: 'Ce champ est à remplir',
  string: 'Ce champ ne se lit pas\u00a0: remplissez-le de nouveau',
  array: 'Ce champ ne se lit pas\u00a0: remplissez-le de nouveau',
  uuid: "Ce choix n'existe pas",
  enum: 'Choisissez une des propositions',
  maxLength: 'Ce texte est trop long\u00a0: {{ max }}\u00a0caractères au plus',
  minLength: 'Ce texte est trop court\u00a0: {{ min }}\u00a0caractères au moins',
  email: "Cette adresse e-mail n'est pas complète",
}

/** The sentences of a form for what a person can meet on its page; the rest speaks French too. */
export function sentences(own: Record<string, string> = {}) {
  return new SimpleMessagesProvider({ ...DEFAULTS, ...own })
}
