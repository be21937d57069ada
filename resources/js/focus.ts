import type { HtmxRequestCtx } from 'htmx.org'
import { isPoll } from './polls'

/**
 * After a swap the focus goes to the error summary, else to the message, else to the answer that was asked for, else (a new page asked by a click or a
 * submit) to its heading; when the focused element is gone, to what came in its place. A poll never takes it.
 */
export function moveFocusAfterSwap() {
  let arrived: Element[] = []
  let hadFocus = false

  document.addEventListener('htmx:before:swap', () => {
    arrived = []
    hadFocus = document.activeElement !== document.body
  })
  document.addEventListener('htmx:after:settle', ({ detail }) => {
    arrived.push(...detail.newContent.filter((node) => node instanceof Element))
  })
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    if (isPoll(ctx)) return
    const page = arrived.find((element) => element.matches('main'))
    if (page && isStep(ctx)) scrollTo({ top: 0, behavior: 'instant' })

    const lost = hadFocus && document.activeElement === document.body
    const landing =
      first(arrived, '.errors') ??
      first(arrived, '.flash[tabindex]') ??
      first(arrived, '[data-land]') ??
      (page && isStep(ctx) ? first(arrived, 'h1') : undefined) ??
      (lost ? (first(arrived, 'h1, h2, h3') ?? arrived[0]) : undefined)
    if (landing) focusOn(landing)
  })
}

export function focusOn(element: Element) {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  ;(element as HTMLElement).focus()
}

function isStep({ sourceEvent }: HtmxRequestCtx) {
  return sourceEvent?.type === 'submit' || sourceEvent?.type === 'click'
}

function first(elements: Element[], selector: string) {
  for (const element of elements) {
    const found = element.matches(selector) ? element : element.querySelector(selector)
    if (found) return found
  }
  return undefined
}
