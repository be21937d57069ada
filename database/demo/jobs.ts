import { job, type Job } from '#database/demo/job'
import { OTHER_JOBS, type OtherTrade } from '#database/demo/other_jobs'

type OwnTrade = 'carpentry' | 'biscuits' | 'furniture' | 'greenhouses' | 'haulage'
export type Trade = OwnTrade | OtherTrade

/** What people do in each firm, how they are followed, where, and how many in proportion. */
const OWN_JOBS: Record<OwnTrade, Job[]> = {
  carpentry: [
    job('Charpentière bois', 'Charpentier bois', 'SI', 'Atelier de Vern', 12),
    job("Monteuse d'échafaudages", "Monteur d'échafaudages", 'SIR', 'Chantiers nord', 7),
    job('Couvreuse', 'Couvreur', 'SI', 'Chantiers nord', 8),
    job('Opératrice sur commande numérique', 'Opérateur sur commande numérique', 'SI', 'Atelier de Vern', 4),
    job('Opératrice de nuit', 'Opérateur de nuit', 'SIA', 'Atelier de Vern', 4),
    job('Grutière', 'Grutier', 'SI', 'Chantiers nord', 2),
    job('Dessinatrice en structure', 'Dessinateur en structure', 'SI', 'Siège', 3),
    job('Métreuse', 'Métreur', 'SI', 'Siège', 2),
    job("Chargée d'affaires", "Chargé d'affaires", 'SI', 'Siège', 2),
    job('Assistante administrative', 'Assistant administratif', 'SI', 'Siège', 2),
    job('Magasinière', 'Magasinier', 'SI', 'Atelier de Vern', 2),
    job('Désamianteuse', 'Désamianteur', 'SIR', 'Chantiers nord', 2),
  ],
  biscuits: [
    job('Pâtissière', 'Pâtissier', 'SI', 'Fournil', 3),
    job('Conductrice de four', 'Conducteur de four', 'SIA', 'Fournil', 2),
    job('Vendeuse', 'Vendeur', 'SI', 'Boutique', 3),
    job('Préparatrice de commandes', 'Préparateur de commandes', 'SI', 'Fournil', 1),
  ],
  furniture: [
    job('Ébéniste', 'Ébéniste', 'SI', 'Atelier', 3),
    job('Vernisseuse', 'Vernisseur', 'SIR', 'Atelier', 1),
    job('Tapissière', 'Tapissier', 'SI', 'Atelier', 1),
  ],
  greenhouses: [
    job('Ouvrière horticole', 'Ouvrier horticole', 'SI', 'Serres', 2),
    job('Cheffe de culture', 'Chef de culture', 'SI', 'Serres', 1),
  ],
  haulage: [
    job('Conductrice routière', 'Conducteur routier', 'SI', 'Quai', 6),
    job('Conductrice de nuit', 'Conducteur de nuit', 'SIA', 'Quai', 2),
    job('Cariste', 'Cariste', 'SI', 'Quai', 3),
    job("Agente d'exploitation", "Agent d'exploitation", 'SI', 'Exploitation', 2),
    job('Mécanicienne poids lourds', 'Mécanicien poids lourds', 'SI', 'Quai', 1),
  ],
}

export const JOBS: Record<Trade, Job[]> = { ...OWN_JOBS, ...OTHER_JOBS }
