/** The account menu is a plain `details`; Escape, a click outside or leaving it by the keyboard closes it too. */
export function closeAccountMenu() {
  document.addEventListener('keydown', (event) => {
    const menu = openMenu()
    if (event.key !== 'Escape' || !menu) return
    // The menu of a phone is a popover, which the same key would close.
    event.preventDefault()
    close(menu)
  })
  document.addEventListener('click', ({ target }) => {
    const menu = openMenu()
    if (menu && !menu.contains(target as Node)) close(menu)
  })
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    const menu = openMenu()
    const next = relatedTarget as Element | null
    if (next && !isNothing(next) && menu?.contains(target as Node) && !menu.contains(next))
      menu.open = false
  })
}

function openMenu() {
  return document.querySelector<HTMLDetailsElement>('details.account[open]')
}

/** The focus returns to the menu, unless the click has just given it to something one can use. */
function close(menu: HTMLDetailsElement) {
  const focused = document.activeElement
  menu.open = false
  if (!focused || isNothing(focused) || menu.contains(focused))
    menu.querySelector('summary')?.focus()
}

// A click on empty paper gives the focus to main, which takes it for the skip link only.
function isNothing(element: Element) {
  return element.matches('body, main')
}
