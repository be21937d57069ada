import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Member from '#members/models/member'
import Site from '#members/models/site'
import type { Day } from '#shared/days'
import type { Category } from '#workforce/rules/categories'

export default class Employee extends BaseModel {
  static table = 'employees'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberId: string
  @column() declare siteId: string | null
  @column() declare familyName: string
  @column() declare firstName: string
  @column() declare birthDate: Day
  @column() declare email: string | null
  @column() declare phone: string | null
  @column() declare jobTitle: string
  @column() declare category: Category
  @column() declare hiredOn: Day
  @column() declare leftOn: Day | null
  @column.dateTime() declare createdAt: DateTime

  @belongsTo(() => Member) declare member: BelongsTo<typeof Member>
  @belongsTo(() => Site) declare site: BelongsTo<typeof Site>
}
