import { isPoll } from './polls'

/**
 * Warns two minutes before the session ends for want of action, and says so when it has ended. Any tab that is used
 * keeps the others quiet. Without script nothing is lost: a form sent too late is kept by the server.
 */
export function warnBeforeIdle() {
  const warning = document.querySelector<HTMLTemplateElement>('#inactivite')
  const ended = document.querySelector<HTMLTemplateElement>('#session-terminee')
  if (!warning || !ended) return

  const tabs = new BroadcastChannel('session')
  const warnAfter = Number(warning.dataset.warnAfter) * 1000
  const endAfter = Number(warning.dataset.endAfter) * 1000
  let usedAt = Date.now()
  let shown: Element | undefined
  let timer = 0

  const watch = () => {
    clearTimeout(timer)
    const idle = Date.now() - usedAt
    if (idle >= endAfter) return show(ended)
    if (idle >= warnAfter && !shown) show(warning)
    timer = window.setTimeout(watch, (idle < warnAfter ? warnAfter : endAfter) - idle)
  }
  const show = (template: HTMLTemplateElement) => {
    shown?.remove()
    shown = (template.content.cloneNode(true) as DocumentFragment).firstElementChild!
    document.querySelector('main')?.prepend(shown)
  }
  const used = () => {
    usedAt = Date.now()
    shown?.remove()
    shown = undefined
    watch()
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target as HTMLFormElement
    if (!shown?.contains(form)) return
    event.preventDefault()
    const body = new URLSearchParams(new FormData(form) as never)
    const answer = await fetch(form.action, { method: 'post', body }).catch(() => undefined)
    if (!answer) return show(warning)
    // Too late, the answer is the sign-in page, which is fine as an answer.
    if (!answer.ok || answer.redirected) return show(ended)
    tabs.postMessage('used')
    used()
  })
  document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
    if (isPoll(ctx)) return
    tabs.postMessage('used')
    used()
  })
  document.addEventListener('visibilitychange', watch)
  tabs.addEventListener('message', used)
  tabs.postMessage('used')
  watch()
}
