import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Member from '#members/models/member'

export default class Site extends BaseModel {
  static table = 'sites'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberId: string
  @column() declare name: string

  @belongsTo(() => Member) declare member: BelongsTo<typeof Member>
}
