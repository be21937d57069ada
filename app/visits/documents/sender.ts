/** Who a document comes from, at its foot. */
export const SENDER = 'OSTRA, service de prévention et de santé au travail interentreprises.'
