/** With script, the form that a new sign-in brings back opens by itself. */
export function resumeKeptForm() {
  document.querySelector<HTMLFormElement>('form[data-resume]')?.requestSubmit()
}
