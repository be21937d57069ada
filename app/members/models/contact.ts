import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import Member from '#members/models/member'
import type { ContactRole } from '#members/rules/contact_roles'

export default class Contact extends BaseModel {
  static table = 'contacts'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberId: string
  @column() declare role: ContactRole
  @column() declare name: string
  @column() declare email: string
  @column() declare phone: string | null

  @belongsTo(() => Member) declare member: BelongsTo<typeof Member>
}
