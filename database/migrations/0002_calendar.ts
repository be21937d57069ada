import { BaseSchema } from '@adonisjs/lucid/schema'

/** Centres, practitioners and their slots. Nothing here is personal to a member, so the portal may read it all. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table centres (
        id uuid primary key default uuidv7(),
        name text not null,
        address_line text not null,
        postal_code text not null check (postal_code ~ '^[0-9]{5}$'),
        city text not null,
        phone text not null,
        opening_hours text not null,
        access_directions text not null
      );

      create table practitioners (
        id uuid primary key default uuidv7(),
        name text not null,
        kind text not null check (kind in ('doctor', 'nurse')),
        job_title text not null,
        active boolean not null default true
      );

      create table slots (
        id uuid primary key default uuidv7(),
        centre_id uuid not null references centres,
        practitioner_id uuid not null references practitioners,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        visit_id uuid unique,
        check (ends_at > starts_at),
        unique (id, practitioner_id, starts_at, ends_at),
        constraint one_place_at_a_time exclude using gist (practitioner_id with =, tstzrange(starts_at, ends_at) with &&)
      );
      create index slots_free on slots (starts_at, practitioner_id) where visit_id is null;
      create index slots_of_a_centre on slots (centre_id, starts_at);

      grant select on centres, practitioners to ostra_portal, ostra_staff;
      grant insert, update on centres, practitioners to ostra_staff;
      grant select on slots to ostra_portal;
      grant update (visit_id) on slots to ostra_portal;
      grant select, insert, update, delete on slots to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw('drop table slots, practitioners, centres')
  }
}
