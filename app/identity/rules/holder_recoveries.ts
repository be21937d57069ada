/** What the access of a holder whom nobody reaches becomes, once there is a new one. */
export const FORMER_BECOMES = ['revoked', 'reader', 'administrator'] as const
export type FormerBecomes = (typeof FORMER_BECOMES)[number]

const LABELS: Record<FormerBecomes, { label: string; reason: string }> = {
  revoked: { label: 'Son accès est retiré', reason: "La personne a quitté l'entreprise, ou ne doit plus y entrer" },
  reader: { label: 'Il ne garde que la lecture', reason: 'La personne est encore là, sans gérer le compte' },
  administrator: { label: 'Il reste administrateur', reason: 'Le rôle de titulaire seul passe à quelqu\'un d\'autre' },
}

export const formerBecomesLabel = (becomes: FormerBecomes) => LABELS[becomes]
