import { prettyPrintError } from '@adonisjs/core'
import { ignite } from './app.js'

await ignite('console')
  .ace()
  .handle(process.argv.slice(2))
  .catch((error) => {
    process.exitCode = 1
    return prettyPrintError(error)
  })
