import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'

export default class DueVisit extends BaseModel {
  static table = 'due_visits'

  @column({ isPrimary: true }) declare id: string
  @column() declare employeeId: string
  @column() declare memberId: string
  @column() declare kind: string
  @column() declare fromOn: string | null
  @column() declare untilOn: string | null
  @column() declare byDoctor: boolean
  @column() declare beforePost: boolean
  @column() declare articles: string[]
  @column() declare because: string[]
  @column.dateTime() declare computedAt: DateTime
}
