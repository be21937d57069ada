import type { Download } from '#core/http/download'
import type { SirenChange } from '#members/queries/find_siren_change'

const EXTENSIONS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' }

/** The proof as a file to keep, never shown inside a page. */
export function proofOf({ proof, requestedAt }: SirenChange, content: Buffer): Download {
  return { name: `justificatif-${requestedAt.toISODate()}.${EXTENSIONS[proof.type]}`, type: proof.type, content }
}
