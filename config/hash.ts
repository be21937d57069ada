import env from '#start/env'
import { defineConfig, drivers } from '@adonisjs/core/hash'
import type { InferHashers } from '@adonisjs/core/types'

// OWASP's scrypt profile (N=2^15, r=8, p=3): 32 MiB a hash. The suite uses a cheaper one, it hashes hundreds.
const cost = env.get('NODE_ENV') === 'test' ? 2 ** 10 : 2 ** 15

const hashConfig = defineConfig({
  default: 'scrypt',
  list: { scrypt: drivers.scrypt({ cost, blockSize: 8, parallelization: 3, maxMemory: 64 * 1024 * 1024 }) },
})

export default hashConfig

declare module '@adonisjs/core/types' {
  export interface HashersList extends InferHashers<typeof hashConfig> {}
}
