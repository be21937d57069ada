import { BaseSchema } from '@adonisjs/lucid/schema'

/** When a user last opened a member's account: the list of theirs begins with it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table accesses add column entered_at timestamptz;
      grant update (entered_at) on accesses to ostra_portal;
    `)
  }

  async down() {
    this.schema.raw('alter table accesses drop column entered_at')
  }
}
