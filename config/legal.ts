import env from '#start/env'

/** Where members and anybody else write to OSTRA. */
export const contactAddress = 'relations-adherents@objectifsantetravail.fr'

/**
 * What the law wants said of who publishes and who hosts (article 1-1 of law 2004-575). Each text is a sentence of the
 * page: as it stands it is true and says where the particulars are obtained; production replaces it.
 */
const legal = {
  publisher: env.get('LEGAL_PUBLISHER', 'OSTRA (Objectif Santé Travail), service de prévention et de santé au travail interentreprises.'),
  /** Address, telephone, legal form, registration, approval. */
  publisherDetails: env.get('LEGAL_PUBLISHER_DETAILS', `L'adresse du siège, le numéro d'identification et l'agrément d'OSTRA sont donnés sur demande à ${contactAddress}.`),
  director: env.get('LEGAL_DIRECTOR', "Le représentant légal d'OSTRA."),
  host: env.get('LEGAL_HOST', `Le nom, l'adresse et le téléphone de l'hébergeur sont donnés sur demande à ${contactAddress}.`),
  /** Who answers for personal data: an address, since people write to it. */
  dataProtection: env.get('LEGAL_DATA_PROTECTION_EMAIL', contactAddress),
}

export default legal
