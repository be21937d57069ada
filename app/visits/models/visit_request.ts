import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { Day } from '#shared/dates'
import type { RequestKind } from '#visits/rules/request_kinds'
import type { RequestState } from '#visits/rules/request_watch'

export default class VisitRequest extends BaseModel {
  static table = 'visit_requests'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberId: string
  @column() declare employeeId: string
  @column() declare kind: RequestKind
  @column() declare reason: string | null
  @column() declare wishFrom: Day | null
  @column() declare note: string | null
  @column() declare state: RequestState
  @column() declare legalDeadline: Day | null
  @column() declare requestedBy: string | null
  @column.dateTime() declare requestedAt: DateTime
  @column() declare takenBy: string | null
  @column.dateTime() declare takenAt: DateTime | null
  @column() declare refusedBy: string | null
  @column.dateTime() declare refusedAt: DateTime | null
  @column() declare refusalReason: string | null
  @column.dateTime() declare closedAt: DateTime | null
  @column.dateTime() declare workflowStartedAt: DateTime | null
  @column.dateTime() declare workflowEndedAt: DateTime | null
}
