import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * One row a message and recipient: the unique key is what makes "once" true. Addresses are looked up at sending time.
 * `attempts_in_doubt`: those after which nobody can know whether the mail left.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table deliveries (
        id uuid primary key default uuidv7(),
        message text not null,
        subject_id uuid not null,
        recipient text not null,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        attempts_in_doubt integer not null default 0,
        unique (message, subject_id, recipient)
      );
      create index deliveries_of_a_subject on deliveries (subject_id, sent_at);
      grant select, insert, update on deliveries to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw('drop table deliveries')
  }
}
