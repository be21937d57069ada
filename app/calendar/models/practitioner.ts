import { BaseModel, column } from '@adonisjs/lucid/orm'

export default class Practitioner extends BaseModel {
  static table = 'practitioners'

  @column({ isPrimary: true }) declare id: string
  @column() declare name: string
  @column() declare kind: 'doctor' | 'nurse'
  @column() declare jobTitle: string
  @column() declare active: boolean
}
