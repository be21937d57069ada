const COUNT = /^\d+ points? à corriger – /

/** The page title begins with the number of errors, also when only the form was swapped. */
export function keepErrorCountInTitle() {
  // After the swap is over: htmx writes the title of the answer at its very end.
  document.addEventListener('htmx:finally:swap', () => {
    const errors = document.querySelectorAll('.errors li').length
    const count = errors === 0 ? '' : `${errors} point${errors > 1 ? 's' : ''} à corriger – `
    document.title = count + document.title.replace(COUNT, '')
  })
}
