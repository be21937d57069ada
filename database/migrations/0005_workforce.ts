import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table employees (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        site_id uuid,
        family_name text not null,
        first_name text not null,
        birth_date date not null,
        email text,
        phone text,
        job_title text not null,
        category text not null check (category in ('SI', 'SIA', 'SIR')),
        hired_on date not null,
        left_on date check (left_on >= hired_on),
        search text generated always as (fold(first_name || ' ' || family_name || ' ' || first_name || ' ' || job_title)) stored,
        created_at timestamptz not null default now(),
        unique (id, member_id),
        foreign key (site_id, member_id) references sites (id, member_id)
      );
      create index employees_of_a_member on employees (member_id, family_name, first_name);
      create index employees_search on employees using gin (search gin_trgm_ops);
      alter table employees enable row level security;
      create policy portal on employees to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on employees to ostra_staff using (true) with check (true);
      grant select on employees to ostra_portal;
      grant select, insert, update on employees to ostra_staff;

      -- What the law engine found to be due; rewritten by it, read everywhere.
      create table due_visits (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        kind text not null,
        until_on date not null,
        before_post boolean not null default false,
        articles text[] not null,
        sum jsonb not null,
        computed_at timestamptz not null default now(),
        unique (employee_id, kind),
        foreign key (employee_id, member_id) references employees (id, member_id)
      );
      create index due_visits_of_a_member on due_visits (member_id, until_on);
      alter table due_visits enable row level security;
      create policy portal on due_visits to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on due_visits to ostra_staff using (true) with check (true);
      grant select, insert, update, delete on due_visits to ostra_portal, ostra_staff;
    `)
  }

  async down() {
    this.schema.raw('drop table due_visits, employees')
  }
}
