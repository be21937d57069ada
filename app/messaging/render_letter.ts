import edge from 'edge.js'
import type { Enclosure, Letter } from '#messaging/letter'

export type Mail = { subject: string; html: string; text: string; enclosures: Enclosure[]; stop?: string }

/** A letter in its two shapes, which say the same. */
export async function renderLetter(letter: Letter): Promise<Mail> {
  const [html, text] = await Promise.all([edge.render('messaging/html', { letter }), edge.render('messaging/text', { letter })])
  return { subject: letter.subject, html, text: text.replaceAll(/\n{3,}/g, '\n\n'), enclosures: letter.enclosures ?? [], stop: letter.choice?.stop }
}
