import { fold } from '#shared/text'
import type { Draw } from '#database/demo/draw'

export type Sex = 'female' | 'male'
export type Name = { firstName: string; familyName: string; sex: Sex }

// Kept lists: first and family names that are met around Rennes, put together by chance. Any likeness is one of chance.
const FEMALE = `Adèle Agathe Aïcha Alizée Anaïs Anh Armelle Bérénice Capucine Céleste Charlène Clémence Coralie Djamila Éléonore
  Emmanuelle Fanta Flavie Gaëlle Gwenola Hanane Héloïse Ilona Joséphine Katell Leïla Lucie Mariam Marine Maëva Mélanie Nadège
  Nolwenn Oriane Pauline Priscilla Rozenn Sabrina Salomé Samira Soazig Tiphaine Violaine Yaëlle Zélie`.split(/\s+/)
const MALE = `Adrien Alexis Amadou Anthony Armand Aurélien Baptiste Bastien Brendan Cédric Corentin Damien Denis Dylan Ewen Erwan
  Fabrice Florian Gildas Grégory Hakim Ibrahima Ismaël Jérémie Joris Kévin Killian Loïs Lorenzo Malo Marius Mathis Mehdi Nathanaël
  Noé Olivier Quentin Ronan Samuel Tanguy Théo Titouan Tuan Valentin Yanis Yvonnick`.split(/\s+/)
const FAMILY = `Abgrall Aubrée Ballouard Barazer Belmokh Berthelin Bizeul Boisramé Bouchafra Bréhault Caradeuc Chesnais Cloarec
  Coëtmeur Corlay Da-Veiga Delamarre Desbois Dréano Duclosel Ermel Fournigault Galliou Gicquiaud Gondran Guihomat Guivarch Haddouche
  Hervoche Jouvin Kerboul Kergoustin Lagrue Lanvaux Lebastard Lemétayer Louvigné Mahouin Malgorn Marolleau Mbengue Morizur Nguyen-Thanh
  Noyal Orvault Oudjari Pasdeloup Penhoët Perrigault Picaud Plessis Quédillac Querrien Renouard Rivoal Robidou Sabatrie Saliou
  Sangharé Sarrazac Simonneau Sorel Tahiri Tavares Temsama Torrence Traouré Trévidic Trohel Vaucelle Verdier Vigneron Yvinec Zaïdi`.split(/\s+/)

/** People, each with a name of their own; those named before are left out. */
export function drawNames(draw: Draw, taken: Iterable<string>): (sex: Sex) => Name {
  const used = new Set(taken)
  return (sex) => {
    while (true) {
      const firstName = draw.pick(sex === 'female' ? FEMALE : MALE)
      const familyName = draw.pick(FAMILY)
      if (used.has(familyName)) continue
      used.add(familyName)
      if (used.size > FAMILY.length - 2) used.clear()
      return { firstName, familyName, sex }
    }
  }
}

/** `camille.le-goffic@ormevert.example`; .example is reserved (RFC 2606): a mail that goes astray reaches nobody. */
export function emailOf({ firstName, familyName }: { firstName: string; familyName: string }, domain: string) {
  const part = (text: string) => fold(text).replaceAll(/[ .]/g, '-')
  return `${part(firstName)}.${part(familyName)}@${domain}`
}
