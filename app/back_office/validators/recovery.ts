import vine from '@vinejs/vine'
import { sentences } from '#core/http/messages'
import { FORMER_BECOMES } from '#identity/rules/holder_recoveries'

export const recoveryValidator = vine.create({
  motif: vine.string().trim().minLength(10).maxLength(500),
  preuve: vine.string().trim().minLength(3).maxLength(200),
  nom: vine.string().trim().maxLength(120),
  email: vine.string().trim().toLowerCase().email().maxLength(254),
  ancien: vine.enum(FORMER_BECOMES),
  bloquer: vine.accepted().optional(),
})

recoveryValidator.messagesProvider = sentences({
  'motif.required': 'Indiquez pourquoi le titulaire est cherché',
  'motif.minLength': 'Indiquez le motif en quelques mots',
  'preuve.required': "Indiquez la pièce vérifiée\u00a0: Kbis, courrier, pouvoir",
  'preuve.minLength': 'Indiquez la référence de la pièce',
  'nom.required': 'Indiquez le nom du nouveau titulaire',
  'email.required': 'Indiquez son adresse e-mail',
  'email.email': "Cette adresse e-mail n'est pas complète\u00a0: écrivez-la comme nom@entreprise.fr",
  'ancien.required': "Choisissez ce que devient l'accès de l'ancien titulaire",
  'ancien.enum': 'Choisissez une des propositions',
})
