import env from '#start/env'

/** Absolute addresses come from the configuration, never from a request. */
const at = (path: string) => new URL(path, env.get('APP_URL')).href

export const convocationPage = (visitId: string) => at(`/convocations/${visitId}`)
export const requestsPage = () => at('/demandes')
export const resetPage = (token: string) => at(`/mot-de-passe/reinitialisation/${token}`)
