const SENDER = 'OSTRA, service de prévention et de santé au travail interentreprises.'

/** What the foot of each document says: who it comes from, and what one should know of it. */
export const FOOTER = {
  sheet: `${SENDER} Cette feuille ne dit rien de la nature du rendez-vous.`,
  proof: `${SENDER} Questions\u00a0: relations-adherents@objectifsantetravail.fr`,
}
