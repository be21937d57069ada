/**
 * One press, one request: while an answer is awaited the form and its button are busy and a second press does
 * nothing. The label stays. Forms by GET are free, and so is `data-download`, whose answer leaves the page as it is.
 */
export function submitOnce() {
  // Before htmx's own listener, so that a second press is not queued.
  document.addEventListener('submit', holdSecondPress, { capture: true })
  document.addEventListener('htmx:finally:request', ({ detail: { ctx } }) => {
    const leaving = 'keepIndicators' in ctx && ctx.keepIndicators
    if (!leaving) release(ctx.sourceElement)
  })
  // Back to a page kept in memory by the browser.
  addEventListener('pageshow', () => release(document.documentElement))
}

function holdSecondPress(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  const submitter = event.submitter as HTMLButtonElement | null
  const method = submitter?.formMethod || form.method
  if (
    method !== 'post' ||
    form.dataset.download !== undefined ||
    submitter?.dataset.download !== undefined
  )
    return

  if (form.getAttribute('aria-busy') === 'true') {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  form.setAttribute('aria-busy', 'true')
  submitter?.setAttribute('aria-busy', 'true')
}

function release(root: Element) {
  const form = root.closest('form')
  const busy = [...root.querySelectorAll('[aria-busy="true"]'), ...(form?.elements ?? []), form]
  for (const element of busy) element?.removeAttribute('aria-busy')
}
