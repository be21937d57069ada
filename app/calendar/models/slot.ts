import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Centre from '#calendar/models/centre'
import Practitioner from '#calendar/models/practitioner'

export default class Slot extends BaseModel {
  static table = 'slots'

  @column({ isPrimary: true }) declare id: string
  @column() declare centreId: string
  @column() declare practitionerId: string
  @column.dateTime() declare startsAt: DateTime
  @column.dateTime() declare endsAt: DateTime
  @column() declare visitId: string | null

  @belongsTo(() => Centre) declare centre: BelongsTo<typeof Centre>
  @belongsTo(() => Practitioner) declare practitioner: BelongsTo<typeof Practitioner>
}
