import db from '@adonisjs/lucid/services/db'

export type CentreCard = { name: string; address: string; phone: string; hours: string; access: string }

/** OSTRA's centres, for anybody. */
export async function listCentres(): Promise<CentreCard[]> {
  return db
    .connection('portal')
    .from('centres')
    .select({ name: 'name', phone: 'phone', hours: 'opening_hours', access: 'access_directions' })
    .select(db.raw("address_line || ', ' || postal_code || ' ' || city as address"))
    .orderBy('name')
}
