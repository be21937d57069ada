import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import Centre from '#calendar/models/centre'
import Practitioner from '#calendar/models/practitioner'

export default class Member extends BaseModel {
  static table = 'members'

  @column({ isPrimary: true }) declare id: string
  @column() declare memberNumber: string
  @column() declare companyName: string
  @column() declare siren: string
  @column() declare siret: string
  @column() declare nafCode: string
  @column() declare addressLine: string
  @column() declare postalCode: string
  @column() declare city: string
  @column() declare centreId: string
  @column() declare doctorId: string
  @column() declare nurseId: string | null
  @column.dateTime() declare createdAt: DateTime

  @belongsTo(() => Centre) declare centre: BelongsTo<typeof Centre>
  @belongsTo(() => Practitioner, { foreignKey: 'doctorId' }) declare doctor: BelongsTo<typeof Practitioner>
  @belongsTo(() => Practitioner, { foreignKey: 'nurseId' }) declare nurse: BelongsTo<typeof Practitioner>
}
