import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Only on pages that offer a key: where keys are known the form takes the place of the sentence that says what it needs. */
if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void useKey(form)
    })
  }
  for (const unknown of document.querySelectorAll<HTMLElement>('[data-passkey-unknown]')) unknown.hidden = true
}

async function useKey(form: HTMLFormElement) {
  const failed = form.querySelector<HTMLElement>('[data-passkey-failed]')!
  failed.hidden = true
  try {
    const answer = await ask(form)
    if (!answer) return
    form.querySelector<HTMLInputElement>('[name="reponse"]')!.value = JSON.stringify(answer)
    // Not requestSubmit: the form would ask the key again.
    form.submit()
  } catch {
    failed.hidden = false
    for (const busy of [form, ...form.elements]) busy.removeAttribute('aria-busy')
  }
}

async function ask(form: HTMLFormElement) {
  const token = form.querySelector<HTMLInputElement>('[name="_csrf"]')!.value
  const answer = await fetch(form.dataset.options!, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ _csrf: token }),
  })
  const options = await answer.json()
  // The password is asked first, or the sign-in is over.
  if (options.page) return location.assign(options.page)
  return form.dataset.passkey === 'create' ? startRegistration({ optionsJSON: options }) : startAuthentication({ optionsJSON: options })
}
