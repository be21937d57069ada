import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Messages of last resort: each form gives its own sentence for what a person can meet on its page. */
vine.messagesProvider = new SimpleMessagesProvider({
  'required': 'Ce champ est à remplir',
  'string': 'Ce champ est à remplir',
  'uuid': 'Ce choix n\'existe pas',
  'enum': 'Choisissez une des propositions',
  'maxLength': 'Ce texte est trop long : {{ max }} caractères au plus',
  'minLength': 'Ce texte est trop court : {{ min }} caractères au moins',
  'email': 'Cette adresse e-mail n\'est pas complète',
})
