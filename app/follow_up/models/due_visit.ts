import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import type { SumLine } from '#follow_up/rules/sum'

export default class DueVisit extends BaseModel {
  static table = 'due_visits'

  @column({ isPrimary: true }) declare id: string
  @column() declare employeeId: string
  @column() declare memberId: string
  @column() declare kind: string
  @column() declare untilOn: string
  @column() declare beforePost: boolean
  @column() declare articles: string[]
  @column() declare sum: SumLine[]
  @column.dateTime() declare computedAt: DateTime
}
