import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Practitioner from '#calendar/models/practitioner'
import Slot from '#calendar/models/slot'
import VisitRequest from '#visits/models/visit_request'
import type { VisitKind } from '#visits/rules/visit_kinds'
import type { VisitState } from '#visits/rules/visit_states'

export default class Visit extends BaseModel {
  static table = 'visits'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberId: string
  @column() declare employeeId: string
  @column() declare visitRequestId: string | null
  @column() declare slotId: string
  @column() declare practitionerId: string
  @column.dateTime() declare startsAt: DateTime
  @column.dateTime() declare endsAt: DateTime
  @column() declare kind: VisitKind
  @column() declare state: VisitState
  @column() declare visibleToMember: boolean
  @column.dateTime() declare convokedAt: DateTime
  @column() declare convokedBy: string | null
  @column.dateTime() declare windowClosedAt: DateTime | null
  @column.dateTime() declare outcomeAskedAt: DateTime | null
  @column.dateTime() declare outcomeAt: DateTime | null
  @column() declare outcomeBy: string | null
  @column() declare sequence: number
  @column.dateTime() declare workflowStartedAt: DateTime | null
  @column.dateTime() declare workflowEndedAt: DateTime | null

  @belongsTo(() => VisitRequest) declare visitRequest: BelongsTo<typeof VisitRequest>
  @belongsTo(() => Slot) declare slot: BelongsTo<typeof Slot>
  @belongsTo(() => Practitioner) declare practitioner: BelongsTo<typeof Practitioner>
}
