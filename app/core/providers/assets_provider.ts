import ViteProvider from '@adonisjs/vite/vite_provider'

/** Every process serves the built assets: a test sees the very files that people get, under the same content policy. */
export default class AssetsProvider extends ViteProvider {
  override async start() {}
  override async shutdown() {}
}
