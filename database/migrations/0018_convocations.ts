import { BaseSchema } from '@adonisjs/lucid/schema'

/** What employers do to their convocations by themselves: another date. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A free slot goes to a visit that the user sees, in one update under the slot's lock: of several, the first one has it.
      create policy portal_takes_free on slots for update to ostra_portal
        using (visit_id is null) with check (visit_id in (select id from visits));
    `)
  }

  async down() {
    this.schema.raw('drop policy portal_takes_free on slots')
  }
}
