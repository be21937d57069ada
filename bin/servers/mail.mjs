import { mkdirSync } from 'node:fs'
import { answers } from './http.mjs'
import { NODE, inRoot } from './paths.mjs'

/** Starts a mail server that delivers nowhere and shows what it was given in the browser; `folder` keeps it across restarts. */
export async function startMail(keeper, { smtpPort, webPort, folder }) {
  mkdirSync(folder, { recursive: true })
  const part = keeper.start('mail', NODE, [
    inRoot('node_modules/maildev/dist/bin/maildev.js'),
    ...['--smtp', smtpPort, '--ip', '127.0.0.1', '--web', webPort, '--web-ip', '127.0.0.1', '--mail-directory', folder].map(String),
  ])
  // Its page is for browsers only: anybody else gets a 404.
  await keeper.until(part, () => answers(`http://127.0.0.1:${webPort}/`, { headers: { accept: 'text/html' } }))
}
