import { Context } from '@temporalio/activity'
import type { ActivityInterceptorsFactory } from '@temporalio/worker'

const EVERY_MS = 1000

/** Every activity says that it lives, so that one whose worker was killed starts again in seconds. */
export const heartbeat: ActivityInterceptorsFactory = () => ({
  inbound: {
    async execute(input, next) {
      const context = Context.current()
      const beat = setInterval(() => context.heartbeat(), EVERY_MS)
      try {
        return await next(input)
      } finally {
        clearInterval(beat)
      }
    },
  },
})
