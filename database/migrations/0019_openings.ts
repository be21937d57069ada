import { BaseSchema } from '@adonisjs/lucid/schema'

/** When practitioners are in a centre: slots are cut from it. Nothing here is of a member, and nobody but staff reads it. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table openings (
        id uuid primary key default uuidv7(),
        practitioner_id uuid not null references practitioners,
        centre_id uuid not null references centres,
        weekday smallint check (weekday between 1 and 7),
        on_day date,
        begins time not null,
        ends time not null check (ends > begins),
        slot_minutes integer not null check (slot_minutes between 10 and 240),
        every_weeks smallint not null default 1 check (every_weeks between 1 and 8),
        valid_from date not null,
        valid_until date,
        check (num_nonnulls(weekday, on_day) = 1)
      );
      create index openings_of_a_practitioner on openings (practitioner_id);

      create table opening_exceptions (
        id uuid primary key default uuidv7(),
        opening_id uuid not null references openings,
        day date not null,
        unique (opening_id, day)
      );

      create table absences (
        id uuid primary key default uuidv7(),
        practitioner_id uuid not null references practitioners,
        from_day date not null,
        until_day date not null check (until_day >= from_day)
      );
      create index absences_of_a_practitioner on absences (practitioner_id, until_day);

      -- What a planner said yes to, and what became of each visit that it touched.
      create table calendar_changes (
        id uuid primary key default uuidv7(),
        practitioner_id uuid not null references practitioners,
        made_by uuid not null references staff_users,
        made_at timestamptz not null,
        what text not null
      );
      create table calendar_change_visits (
        change_id uuid not null references calendar_changes,
        visit_id uuid not null references visits,
        starts_at timestamptz not null,
        new_slot_id uuid,
        outcome text not null default 'pending' check (outcome in ('pending', 'moved', 'replanned', 'kept')),
        primary key (change_id, visit_id)
      );

      do $$ declare t text; begin
        foreach t in array array['openings', 'opening_exceptions', 'absences', 'calendar_changes', 'calendar_change_visits'] loop
          execute format('alter table %I enable row level security', t);
          execute format('create policy staff on %I to ostra_staff using (true) with check (true)', t);
          execute format('grant select, insert on %I to ostra_staff', t);
        end loop;
      end $$;
      grant update, delete on openings to ostra_staff;
      grant delete on absences, opening_exceptions to ostra_staff;
      grant update (outcome) on calendar_change_visits to ostra_staff;

      -- A withdrawn slot keeps its visit until somebody moves it, and is offered to nobody after.
      alter table slots add column withdrawn boolean not null default false;
      alter table slots drop constraint one_place_at_a_time;
      alter table slots add constraint one_place_at_a_time
        exclude using gist (practitioner_id with =, tstzrange(starts_at, ends_at) with &&) where (not withdrawn or visit_id is not null);
    `)
  }

  async down() {
    this.schema.raw(`
      -- A withdrawn slot that a visit of the past names stays; a free one that was cut in its place goes. When that one is taken, this stops.
      delete from slots where withdrawn and visit_id is null and id not in (select slot_id from visits);
      delete from slots where not withdrawn and visit_id is null and id not in (select slot_id from visits) and exists (
        select from slots other where other.withdrawn and other.practitioner_id = slots.practitioner_id
          and tstzrange(other.starts_at, other.ends_at) && tstzrange(slots.starts_at, slots.ends_at));
      alter table slots drop constraint one_place_at_a_time;
      alter table slots drop column withdrawn;
      alter table slots add constraint one_place_at_a_time
        exclude using gist (practitioner_id with =, tstzrange(starts_at, ends_at) with &&);
      drop table calendar_change_visits, calendar_changes, absences, opening_exceptions, openings;
    `)
  }
}
