import { ok, refuse, type Result } from '#shared/result'

/** What proves a change: a Kbis or a notice, as a PDF or a photograph. */
export const PROOF_MAX_BYTES = 10 * 1024 * 1024

export type ProofType = 'application/pdf' | 'image/jpeg' | 'image/png'

const KINDS: { type: ProofType; extensions: RegExp; extension: string; magic: number[] }[] = [
  { type: 'application/pdf', extensions: /\.pdf$/i, extension: 'pdf', magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', extensions: /\.jpe?g$/i, extension: 'jpg', magic: [0xff, 0xd8, 0xff] },
  { type: 'image/png', extensions: /\.png$/i, extension: 'png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
]

/** The kind of a proof by its name and its first bytes, which must agree: a page or a drawing with scripts is neither. */
export function readProofKind(name: string, bytes: Uint8Array): Result<{ type: ProofType; extension: string }, { type: 'not_a_proof' }> {
  const kind = KINDS.find(({ extensions, magic }) => extensions.test(name) && magic.every((byte, rank) => bytes[rank] === byte))
  return kind ? ok({ type: kind.type, extension: kind.extension }) : refuse({ type: 'not_a_proof' })
}
