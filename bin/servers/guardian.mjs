// Ends every part when the command that started them is gone, even by kill -9: nobody else would.
// Its standard input is a pipe held by that command; the system closes it whatever the end.
import { rmSync } from 'node:fs'
import { sweep } from './process_groups.mjs'

const [runDirectory, ...traces] = process.argv.slice(2)

process.stdin.resume()
process.stdin.on('end', async () => {
  for (const file of traces) rmSync(file, { force: true })
  await sweep(runDirectory)
  process.exit()
})
