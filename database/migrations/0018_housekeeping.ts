import { BaseSchema } from '@adonisjs/lucid/schema'

/** The worker lets go of what is over (app/core/housekeeping). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      grant delete on deliveries, notifications, security_notices, email_changes, invitations to ostra_staff;
      alter table users add column erased_at timestamptz;
      grant delete on notification_choices to ostra_staff;
      create policy staff_prunes on email_changes for delete to ostra_staff using (true);
    `)
  }

  async down() {
    this.schema.raw('drop policy staff_prunes on email_changes')
    this.schema.raw('alter table users drop column erased_at')
    this.schema.raw('revoke delete on notification_choices from ostra_staff')
    this.schema.raw('revoke delete on deliveries, notifications, security_notices, email_changes, invitations from ostra_staff')
  }
}
