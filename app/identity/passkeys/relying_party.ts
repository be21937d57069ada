import env from '#start/env'

/** For whom keys sign: the portal's address, never the one that a request names. */
export function relyingParty() {
  const { hostname, origin } = new URL(env.get('APP_URL'))
  return { id: hostname, origin, name: 'Espace adhérent OSTRA' }
}
