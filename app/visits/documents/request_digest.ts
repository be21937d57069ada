import { createHash } from 'node:crypto'
import type { RequestPage } from '#visits/queries/find_request'
import { requestKind } from '#visits/rules/request_kinds'

export type DigestedRequest = Pick<RequestPage, 'id' | 'employeeId' | 'kind' | 'requestedAt' | 'wishFrom' | 'reason' | 'note'>

/**
 * The facts of a request that nothing changes once it is sent, in lines, and their SHA-256. Nothing is stored: the same
 * row gives the same lines at any time, so a proof that was tampered with does not match them. Free texts are in it by
 * their own SHA-256, names are not: the ids stay when a person or a company is renamed.
 */
export function requestDigest(request: DigestedRequest, memberNumber: string): { text: string; sha256: string } {
  const text = [
    'ostra-demande 1',
    `demande ${request.id}`,
    `adherent ${memberNumber}`,
    `salarie ${request.employeeId}`,
    `nature ${requestKind(request.kind).code}`,
    `recue ${request.requestedAt.toUTC().toISO()}`,
    `date ${request.wishFrom ?? '-'}`,
    `motif ${request.reason === null ? '-' : inGroups(sha256(request.reason))}`,
    `precisions ${request.note === null ? '-' : inGroups(sha256(request.note))}`,
  ].join('\n')
  return { text, sha256: sha256(text) }
}

/** Eight digits and a space: what one can read aloud, and a line can be cut at. */
export function inGroups(digits: string): string {
  return digits.replaceAll(/.{8}(?!$)/g, '$& ')
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
