import type { VisitFacts } from '#messaging/facts'
import type { Letter } from '#messaging/letter'
import { answerPage } from '#messaging/mails/addresses'

const RECALLS = {
  coming: 'Vous avez confirmé votre venue.',
  not_coming: "Vous avez répondu que vous ne pouvez pas venir. Le rendez-vous n'est pas annulé pour autant.",
}

/** To the person convoked: the link by which they say once whether they come, or what they said. */
export async function askAnswer(letter: Letter, { answered, visibleToMember }: VisitFacts, mintToken: () => Promise<string>): Promise<Letter> {
  if (answered) return { ...letter, opening: [...letter.opening, RECALLS[answered.answer]] }
  const who = visibleToMember ? 'Votre employeur voit votre réponse' : 'Seule OSTRA voit votre réponse'
  const opening = [...letter.opening, `Dites si vous venez, par le lien ci-dessous. ${who}.`]
  return { ...letter, opening, act: { label: 'Dire si vous venez', url: answerPage(await mintToken()) } }
}
