import { BaseModel, column } from '@adonisjs/lucid/orm'

export default class Centre extends BaseModel {
  static table = 'centres'

  @column({ isPrimary: true }) declare id: string
  @column() declare name: string
  @column() declare addressLine: string
  @column() declare postalCode: string
  @column() declare city: string
  @column() declare phone: string
  @column() declare openingHours: string
  @column() declare accessDirections: string
}
