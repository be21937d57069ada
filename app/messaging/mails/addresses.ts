import env from '#start/env'

/** Absolute addresses come from the configuration, never from a request. */
const at = (path: string) => new URL(path, env.get('APP_URL')).href

export const convocationPage = (visitId: string) => at(`/convocations/${visitId}`)
export const sirenChangeStaffPage = (changeId: string) => new URL(`/admin/siren/${changeId}`, env.get('BACK_OFFICE_URL')).href
export const portalPage = (path: string) => at(path)
export const requestPage = (requestId: string) => at(`/demandes/${requestId}`)
export const requestsPage = () => at('/demandes')
export const resetPage = (token: string) => at(`/mot-de-passe/reinitialisation/${token}`)
export const firstAccessPage = (token: string) => at(`/premiere-connexion/${token}`)
export const emailConfirmationPage = (token: string) => at(`/adresse/confirmation/${token}`)
export const accountPage = () => at('/compte')
export const staffAccountPage = () => new URL('/admin/compte', env.get('BACK_OFFICE_URL')).href
export const invitationPage = (token: string) => at(`/invitation/${token}`)
export const answerPage = (token: string) => at(`/reponse/${token}`)
export const choicesPage = () => at('/compte#notifications')
export const stopPage = (token: string) => at(`/notifications/arret/${token}`)
