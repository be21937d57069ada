import { prettyPrintError } from '@adonisjs/core'
import { ignite } from './app.js'

await ignite('back_office')
  .httpServer()
  .start()
  .catch((error) => {
    process.exitCode = 1
    return prettyPrintError(error)
  })
