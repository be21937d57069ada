import app from '@adonisjs/core/services/app'
import { apiClient } from '@japa/api-client'
import { assert } from '@japa/assert'
import { pluginAdonisJS } from '@japa/plugin-adonisjs'
import type { Config } from '@japa/runner/types'
import { stopChildren } from '#tests/support/children'
import { closeBrowser } from '#tests/support/browser'
import { listenOn, servePortal } from '#tests/support/portal'
import { writeSummary } from '#tests/support/summary'

const SERVED = ['functional', 'browser']

export const plugins: Config['plugins'] = [assert(), pluginAdonisJS(app), apiClient()]

export const runnerHooks: Required<Pick<Config, 'setup' | 'teardown'>> = {
  setup: [listenOn],
  teardown: [writeSummary, closeBrowser, stopChildren],
}

export const configureSuite: Config['configureSuite'] = (suite) => {
  if (SERVED.includes(suite.name)) suite.setup(servePortal)
}
