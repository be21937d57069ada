import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table members (
        id uuid primary key default uuidv7(),
        member_number text not null unique check (member_number ~ '^[0-9]{7}$'),
        company_name text not null,
        siren text not null check (siren ~ '^[0-9]{9}$'),
        siret text not null check (siret ~ '^[0-9]{14}$' and left(siret, 9) = siren),
        naf_code text not null,
        address_line text not null,
        postal_code text not null check (postal_code ~ '^[0-9]{5}$'),
        city text not null,
        centre_id uuid not null references centres,
        doctor_id uuid not null references practitioners,
        nurse_id uuid references practitioners,
        created_at timestamptz not null default now()
      );
      alter table members enable row level security;
      create policy portal on members to ostra_portal using (id = any (app_member_ids()));
      create policy staff on members to ostra_staff using (true) with check (true);
      grant select on members to ostra_portal;
      grant select, insert, update on members to ostra_staff;

      create table contacts (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        role text not null check (role in ('management', 'human_resources', 'billing', 'convocations')),
        name text not null,
        email text not null,
        phone text,
        unique (member_id, role, email)
      );
      create table sites (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        name text not null,
        unique (member_id, name),
        unique (id, member_id)
      );
      create index contacts_of_a_member on contacts (member_id);
      alter table contacts enable row level security;
      alter table sites enable row level security;
      create policy portal on contacts to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on contacts to ostra_staff using (true) with check (true);
      create policy portal on sites to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on sites to ostra_staff using (true) with check (true);
      grant select on contacts, sites to ostra_portal;
      grant select, insert, update on contacts, sites to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw('drop table sites, contacts, members')
  }
}
