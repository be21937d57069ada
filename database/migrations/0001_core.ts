import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Roles, tenant scope, settings, outbox and journal.
 * The owner creates; `ostra_portal` sees the members named in `app.member_ids`; `ostra_staff` sees all.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'ostra_portal') then create role ostra_portal nologin nobypassrls; end if;
        if not exists (select from pg_roles where rolname = 'ostra_staff') then create role ostra_staff nologin nobypassrls; end if;
      end $$;

      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      grant usage on schema public to ostra_portal, ostra_staff;

      -- unaccent() is only stable, since its dictionary could change; a generated column needs an immutable one.
      create function fold(value text) returns text language sql immutable parallel safe strict
        as $$ select regexp_replace(lower(public.unaccent('public.unaccent', value)), '[^a-z0-9@.]+', ' ', 'g') $$;

      create function app_member_ids() returns uuid[] language sql stable parallel safe
        as $$ select coalesce(string_to_array(nullif(current_setting('app.member_ids', true), ''), ',')::uuid[], '{}') $$;

      create function app_user_id() returns uuid language sql stable parallel safe
        as $$ select nullif(current_setting('app.user_id', true), '')::uuid $$;

      create table settings (
        key text primary key,
        value jsonb not null,
        updated_at timestamptz not null default now()
      );
      grant select on settings to ostra_portal;
      grant select, insert, update on settings to ostra_staff;

      create table outbox_messages (
        id uuid primary key default uuidv7(),
        workflow_type text not null,
        workflow_id text not null,
        signal text,
        subject_id uuid not null,
        created_at timestamptz not null default now(),
        delivered_at timestamptz,
        attempts integer not null default 0,
        retry_at timestamptz not null default now(),
        last_error text
      );
      create index outbox_messages_waiting on outbox_messages (workflow_id, id) where delivered_at is null;
      create index outbox_messages_due on outbox_messages (retry_at) where delivered_at is null;
      grant insert on outbox_messages to ostra_portal;
      grant select, insert, update, delete on outbox_messages to ostra_staff;

      create function notify_outbox() returns trigger language plpgsql
        as $$ begin perform pg_notify('outbox', ''); return null; end $$;
      create trigger outbox_wakes_the_relay after insert on outbox_messages
        for each statement execute function notify_outbox();

      create table journal_entries (
        id uuid primary key default uuidv7(),
        at timestamptz not null default now(),
        actor_kind text not null check (actor_kind in ('user', 'staff', 'system', 'nobody')),
        actor_id uuid,
        member_id uuid,
        event text not null check (event ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_id uuid
      );
      create index journal_entries_of_a_member on journal_entries (member_id, at desc);
      alter table journal_entries enable row level security;
      create policy portal_writes on journal_entries for insert to ostra_portal with check (true);
      create policy portal_reads on journal_entries for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy staff on journal_entries to ostra_staff using (true) with check (true);
      grant select, insert on journal_entries to ostra_portal, ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop table journal_entries, outbox_messages, settings;
      drop function notify_outbox, app_user_id, app_member_ids, fold;
    `)
  }
}
