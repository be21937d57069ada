import env from '#start/env'

/** The whole address of a page of the portal. It comes from the configuration, never from a request. */
export const publicAddress = (path: string) => new URL(path, env.get('APP_URL')).href
