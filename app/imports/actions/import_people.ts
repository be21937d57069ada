import { randomUUID } from 'node:crypto'
import type { DateTime } from 'luxon'
import type { Trx } from '#core/tenants'
import { ok, refuse, type Result } from '#shared/result'
import { stagePeople } from '#imports/actions/stage_people'
import { listEstablishments } from '#imports/queries/accounts'
import type { ForeignSiret, ImportFormat } from '#imports/queries/find_import'
import type { StagedPerson } from '#imports/rules/person'
import { routePeople, type Routed } from '#imports/rules/route_people'

/** Who sends a file, in which account, and the accounts of theirs that it may speak of. */
export type Sender = { userId: string; memberId: string; memberIds: string[] }
export type ReadFile = { format: ImportFormat; people: StagedPerson[]; ignoredColumns?: string[] }

/** `here`: the import of the account in which the file was sent, null when it says nothing of it. */
export type Imported = { here: string | null; elsewhere: string[]; foreign: ForeignSiret[] }
export type NobodyOfYours = { type: 'nobody_of_yours'; foreign: ForeignSiret[] }

/** Makes an import of what a file says of each account of the sender. Of other firms nothing is kept but how many people there were. */
export async function importPeople(trx: Trx, sender: Sender, file: ReadFile, now: DateTime): Promise<Result<Imported, NobodyOfYours>> {
  const routed = await route(trx, sender, file.people)
  if (routed.parts.size === 0) return refuse({ type: 'nobody_of_yours', foreign: routed.foreign })
  const staged = { batchId: randomUUID(), userId: sender.userId, format: file.format, ignoredColumns: file.ignoredColumns ?? [], foreign: routed.foreign }
  const ids = new Map<string, string>()
  for (const [memberId, people] of routed.parts) ids.set(memberId, await stagePeople(trx, memberId, people, staged, now))
  const { memberId: home } = sender
  return ok({ here: ids.get(home) ?? null, elsewhere: [...ids.keys()].filter((id) => id !== home), foreign: routed.foreign })
}

export async function route(trx: Trx, { memberId, memberIds }: Sender, people: readonly StagedPerson[]): Promise<Routed> {
  return routePeople(people, await listEstablishments(trx, memberIds), memberId)
}
