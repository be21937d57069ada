import { fold } from '#shared/text'
import type { Draw } from '#database/demo/draw'

export type Sex = 'female' | 'male'
export type Name = { firstName: string; familyName: string; sex: Sex }

// Kept lists: first and family names that are met around Rennes, put together by chance. Any likeness is one of chance.
const FEMALE = `Adèle Agathe Aïcha Alizée Anaïs Anh Armelle Bérénice Capucine Céleste Charlène Clémence Coralie Djamila Éléonore
  Emmanuelle Fanta Flavie Gaëlle Gwenola Hanane Héloïse Ilona Joséphine Katell Leïla Lucie Mariam Marine Maëva Mélanie Nadège
  Nolwenn Oriane Pauline Priscilla Rozenn Sabrina Salomé Samira Soazig Tiphaine Violaine Yaëlle Zélie Apolline Brigitte
  Cécile Dominique Édith Fabienne Ghislaine Isabelle Jeannine Karine Laurence Maïwenn Nicole Odile Régine Sylvie Thérèse Viviane`.split(/\s+/)
const MALE = `Adrien Alexis Amadou Anthony Armand Aurélien Baptiste Bastien Brendan Cédric Corentin Damien Denis Dylan Ewen Erwan
  Fabrice Florian Gildas Grégory Hakim Ibrahima Ismaël Jérémie Joris Kévin Killian Loïs Lorenzo Malo Marius Mathis Mehdi Nathanaël
  Noé Olivier Quentin Ronan Samuel Tanguy Théo Titouan Tuan Valentin Yanis Yvonnick Alain Bertrand
  Christophe Didier Éric Franck Guénolé Hervé Jean-Yves Laurent Marc Noël Pascal Philippe Régis Stéphane Thierry Yannick`.split(/\s+/)
const FAMILY = `Abgrall Aubrée Ballouard Barazer Belmokh Berthelin Bizeul Boisramé Bouchafra Bréhault Caradeuc Chesnais Cloarec
  Coëtmeur Corlay Da-Veiga Delamarre Desbois Dréano Duclosel Ermel Fournigault Galliou Gicquiaud Gondran Guihomat Guivarch Haddouche
  Hervoche Jouvin Kerboul Kergoustin Lagrue Lanvaux Lebastard Lemétayer Louvigné Mahouin Malgorn Marolleau Mbengue Morizur Nguyen-Thanh
  Noyal Orvault Oudjari Pasdeloup Penhoët Perrigault Picaud Plessis Quédillac Querrien Renouard Rivoal Robidou Sabatrie Saliou
  Sangharé Sarrazac Simonneau Sorel Tahiri Tavares Temsama Torrence Traouré Trévidic Trohel Vaucelle Verdier Vigneron Yvinec Zaïdi
  Allanic Aubaudais Bazouin Bellamine Bertholom Biannic Boucharel Bourdonnec Brangoulo Cadoudec Camenen Chauvelin Coatrieux Cosquéric
  Daligaut Danilo Deniaud Diakhaby Doudard Drouadaine Éon Fablet Fauchoux Ferchaud Galesne Garnavault Gautrelin Georgelais Gernigon
  Gloaguen Gouranton Grimaudet Guédard Guémené Guillouzic Hamonic Hardouineau Houssais Huchette Jaffredo Jégado Jolivel Josset
  Kerautret Kermabon Lancelin Langevin Lebreuil Lecanu Leduchat Le-Floch-Morin Loisance Lorandel Maillochon Maréchalot Massicard
  Ménardais Mercerais Moisdon Montebran Nédellec-Roy Ouvrardin Pelhâtre Percevault Piétrevin Poirierrez Prodhommeau Quintric
  Rabinel Ramaré Rétoré Riaudais Rouxelin Ruellan Sauvaget Sébillotte Tessierot Thébaultin Tirelle Tougeron Vallerie Vitrais`.split(/\s+/)

/** People of a firm, each with a name of their own; family names are shared only when there are no others left. */
export function drawNames(draw: Draw, taken: Iterable<string>): (sex: Sex) => Name {
  const families = new Set(taken)
  const names = new Set<string>()
  return (sex) => {
    while (true) {
      const firstName = draw.pick(sex === 'female' ? FEMALE : MALE)
      const familyName = draw.pick(FAMILY)
      if (families.has(familyName) || names.has(`${firstName} ${familyName}`)) continue
      names.add(`${firstName} ${familyName}`)
      families.add(familyName)
      if (families.size > FAMILY.length * 0.9) families.clear()
      return { firstName, familyName, sex }
    }
  }
}

/** `camille.le-goffic@ormevert.example`; .example is reserved (RFC 2606): a mail that goes astray reaches nobody. */
export function emailOf({ firstName, familyName }: { firstName: string; familyName: string }, domain: string) {
  const part = (text: string) => fold(text).replaceAll(/[ .]/g, '-')
  return `${part(firstName)}.${part(familyName)}@${domain}`
}
