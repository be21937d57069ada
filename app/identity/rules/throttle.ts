/**
 * How tries are slowed. `free` tries wait for nothing; after them each wait is twice the one before, up to `longest`.
 * Seconds. Without a try for `memory`, everything is forgotten.
 */
export type Ladder = { free: number; first: number; longest: number; memory: number }

const MINUTE = 60
const HOUR = 60 * MINUTE

export const LADDERS = {
  /** A user, or an identifier that is nobody's, from devices that never signed in: a hundred guesses a day. */
  sign_in_account: { free: 5, first: 30, longest: 15 * MINUTE, memory: 24 * HOUR },
  /** An address may be a whole company: more tries than may wait for a hash at once, or its own rush would stop it. */
  sign_in_address: { free: 30, first: 30, longest: 15 * MINUTE, memory: HOUR },
  /** A user on a device that signed in before, which strangers' tries do not touch. */
  sign_in_device: { free: 10, first: 30, longest: 5 * MINUTE, memory: 24 * HOUR },
  /** Mails to one account. The longest wait is shorter than the life of a link: the mailbox always holds a good one. */
  link_account: { free: 3, first: 2 * MINUTE, longest: 15 * MINUTE, memory: 2 * HOUR },
  link_address: { free: 20, first: MINUTE, longest: 15 * MINUTE, memory: HOUR },
  /** Invitations that one member sends, to whatever addresses. */
  invitation_member: { free: 40, first: MINUTE, longest: 15 * MINUTE, memory: HOUR },
  /** Links that are nobody's, or no longer good. */
  token_address: { free: 30, first: 30, longest: 15 * MINUTE, memory: HOUR },
  /** Codes of a second factor on a device that signed in before, which strangers' codes do not touch. */
  code_device: { free: 5, first: 30, longest: 15 * MINUTE, memory: 24 * HOUR },
} as const satisfies Record<string, Ladder>

export type Throttled = keyof typeof LADDERS

/** Seconds to wait after so many tries in a row. */
export function waitAfter(tries: number, { free, first, longest }: Ladder): number {
  return tries < free ? 0 : Math.min(first * 2 ** (tries - free), longest)
}

/** The waits after the first, second, third try and so on, until they grow no more. */
export function waitsOf(ladder: Ladder): number[] {
  const waits = [waitAfter(1, ladder)]
  while (waits.at(-1)! < ladder.longest) waits.push(waitAfter(waits.length + 1, ladder))
  return waits
}

/** What stands for one client: an IPv4 address, or the /64 that an IPv6 client moves in at will. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::')
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean))
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left!.length - right!.length)).fill('0')
  const groups = [...left!, ...gap, ...right!].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
