import { focusOn } from './focus'
import { isPoll } from './polls'

/** The network failed: says so on top of the page, in the words of the layout. */
export function announceNoAnswer() {
  document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
    const template = document.querySelector<HTMLTemplateElement>('#sans-reponse')
    if (!ctx || isPoll(ctx) || ctx.response || !template) return

    document.querySelector('#contenu > [data-no-answer]')?.remove()
    const message = template.content.firstElementChild!.cloneNode(true) as Element
    message.setAttribute('data-no-answer', '')
    document.querySelector('#contenu')?.prepend(message)
    focusOn(message)
  })
}
