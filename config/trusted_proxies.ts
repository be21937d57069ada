import { BlockList, isIPv6 } from 'node:net'

/**
 * Which proxies may say, by `X-Forwarded-For` and its like, where a request came from and whether it was https. By default
 * one on this machine; a proxy elsewhere is named in TRUSTED_PROXIES ("10.0.3.7,10.1.0.0/16"). Tries are counted by the
 * address that results: without the proxy's name, all people would share one; with too many, anybody could choose theirs.
 */
export function trustedProxies(list: string) {
  const proxies = new BlockList()
  for (const one of list.split(',').map((text) => text.trim()).filter(Boolean)) {
    const [address, prefix] = one.split('/') as [string, string | undefined]
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (prefix) proxies.addSubnet(address, Number(prefix), family)
    else proxies.addAddress(address, family)
  }
  return (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
