import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * The journal by month (Europe/Paris), each month with a chain of seals of its own. Nobody changes an entry; what makes,
 * seals and drops months are functions of the owner, which the worker may call.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table journal_entries rename to journal_entries_before;
      alter table journal_entries_before rename constraint journal_entries_pkey to journal_entries_before_pkey;
      drop index journal_entries_of_a_member;

      create table journal_entries (
        id uuid not null default uuidv7(),
        at timestamptz not null default now(),
        actor_kind text not null check (actor_kind in ('user', 'staff', 'system', 'nobody')),
        actor_id uuid,
        member_id uuid,
        event text not null check (event ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_id uuid,
        -- A page or list of ours, by the name of its route: never an address, which could say anything.
        place text check (place ~ '^[a-z_.]+$' and length(place) <= 100),
        primary key (id, at)
      ) partition by range (at);
      create index journal_entries_of_a_member on journal_entries (member_id, at desc, id desc);
      create index journal_entries_in_order on journal_entries (at desc, id desc);
      create index journal_entries_of_a_subject on journal_entries (subject_id);
      create table journal_entries_default partition of journal_entries default;

      alter table journal_entries enable row level security;
      alter table journal_entries_default enable row level security;
      create policy portal_writes on journal_entries for insert to ostra_portal with check (actor_kind <> 'staff');
      create policy portal_reads on journal_entries for select to ostra_portal
        -- A visit that the employer must not know of takes its acts along.
        using (member_id = any (app_member_ids()) and (event not like 'visit.%' or exists (select from visits where visits.id = subject_id)));
      create policy staff_writes on journal_entries for insert to ostra_staff with check (true);
      create policy staff_reads on journal_entries for select to ostra_staff using (true);
      grant select, insert (actor_kind, actor_id, member_id, event, subject_id, place) on journal_entries to ostra_portal, ostra_staff;

      -- The chain of a month as far as it is sealed. The row outlives its month: the last seal stays.
      create table journal_months (
        month date primary key check (extract(day from month) = 1),
        last_rank bigint not null default 0,
        last_seal bytea not null,
        sealed_at timestamptz,
        dropped_at timestamptz
      );
      -- In the order of sealing: an entry whose transaction ended late has its place after those sealed before it.
      create table journal_seals (
        month date not null references journal_months,
        rank bigint not null,
        entry_id uuid not null,
        seal bytea not null,
        primary key (month, rank),
        unique (entry_id, month)
      );
      -- Up to when everything that was committed is sealed.
      create table journal_sealing (
        id boolean primary key default true check (id),
        complete_at timestamptz not null default '-infinity'
      );
      insert into journal_sealing default values;
      alter table journal_sealing enable row level security;
      alter table journal_months enable row level security;
      alter table journal_seals enable row level security;
      create policy staff_reads on journal_months for select to ostra_staff using (true);
      create policy staff_reads on journal_seals for select to ostra_staff using (true);
      create policy staff_reads on journal_sealing for select to ostra_staff using (true);
      grant select on journal_months, journal_seals, journal_sealing to ostra_staff;

      create function journal_month(moment timestamptz) returns date language sql immutable parallel safe
        as $$ select date_trunc('month', moment at time zone 'Europe/Paris')::date $$;
      create function journal_month_start(month date) returns timestamptz language sql immutable parallel safe
        as $$ select month::timestamp at time zone 'Europe/Paris' $$;

      -- A partition is made aside, takes what the default one holds of its month, then is attached.
      create function journal_open_month(opened date) returns void language plpgsql set search_path = public, pg_temp as $$
        declare
          partition text := 'journal_entries_' || to_char(opened, 'YYYY_MM');
          starts timestamptz := journal_month_start(opened);
          ends timestamptz := journal_month_start((opened + interval '1 month')::date);
        begin
          insert into journal_months (month, last_seal) values (opened, sha256(convert_to(to_char(opened, 'YYYY-MM'), 'UTF8'))) on conflict do nothing;
          if to_regclass(partition) is not null then return; end if;
          lock table journal_entries_default in access exclusive mode;
          execute format('create table %I (like journal_entries including all)', partition);
          execute format('alter table %I enable row level security', partition);
          execute format('with moved as (delete from journal_entries_default where at >= %L and at < %L returning *) insert into %I select * from moved', starts, ends, partition);
          execute format('alter table journal_entries attach partition %I for values from (%L) to (%L)', partition, starts, ends);
        end $$;

      -- This month and the two after it, and whatever month an entry was written in while it had no partition.
      create function journal_prepare(moment timestamptz) returns void
        language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
        declare wanted date;
        begin
          for wanted in
            select (journal_month(moment) + ahead * interval '1 month')::date from generate_series(0, 2) as ahead
            union select journal_month(at) from journal_entries_default
            except select month from journal_months where dropped_at is not null
          loop
            perform journal_open_month(wanted);
          end loop;
        end $$;

      -- What the seal of an entry is made of; the command that verifies makes the same line for itself.
      create function journal_line(entry journal_entries) returns text language sql immutable as $$
        select concat_ws('|', entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_kind, coalesce(entry.actor_id::text, ''),
          coalesce(entry.member_id::text, ''), entry.event, coalesce(entry.subject_id::text, ''), coalesce(entry.place, ''))
      $$;

      -- Seals what is committed and not sealed yet, five thousand at most, and says how many. No transaction lasts a day: an
      -- entry that appears more than a day behind what is complete was not written in its time, and stays outside the chain.
      create function journal_seal() returns bigint language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          entry journal_entries;
          chain journal_months;
          sealed bigint := 0;
        begin
          if not pg_try_advisory_xact_lock(hashtext('journal_seal')) then return 0; end if;
          for entry in
            select journal_entries.* from journal_entries
            where at >= (select complete_at - interval '1 day' from journal_sealing)
              and not exists (select from journal_seals where entry_id = journal_entries.id and month = journal_month(at))
              and exists (select from journal_months where month = journal_month(at) and dropped_at is null)
            order by journal_month(at), at, id limit 5000
          loop
            if chain.month is distinct from journal_month(entry.at) then
              update journal_months set last_rank = chain.last_rank, last_seal = chain.last_seal, sealed_at = now() where month = chain.month;
              select * into chain from journal_months where month = journal_month(entry.at) for update;
            end if;
            chain.last_rank := chain.last_rank + 1;
            chain.last_seal := sha256(chain.last_seal || convert_to(journal_line(entry), 'UTF8'));
            insert into journal_seals values (chain.month, chain.last_rank, entry.id, chain.last_seal);
            sealed := sealed + 1;
          end loop;
          update journal_months set last_rank = chain.last_rank, last_seal = chain.last_seal, sealed_at = now() where month = chain.month;
          if sealed < 5000 then update journal_sealing set complete_at = now(); end if;
          return sealed;
        end $$;

      -- A month goes when it ended twelve months ago, by the earlier of the two clocks: no caller can hasten it.
      create function journal_drop_expired(moment timestamptz) returns setof date
        language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
        declare
          kept_from timestamptz := (least(moment, now()) at time zone 'Europe/Paris' - interval '12 months') at time zone 'Europe/Paris';
          expired date;
        begin
          for expired in
            select month from journal_months
            where dropped_at is null and journal_month_start((month + interval '1 month')::date) <= kept_from order by month
          loop
            execute format('drop table if exists %I', 'journal_entries_' || to_char(expired, 'YYYY_MM'));
            delete from journal_seals where month = expired;
            update journal_months set dropped_at = least(moment, now()) where month = expired;
            return next expired;
          end loop;
          delete from journal_entries_default where journal_month(at) in (select month from journal_months where dropped_at is not null);
        end $$;

      -- Names of those who act or acted for the current members: an access that ended leaves its acts.
      create function journal_people() returns table (user_id uuid, full_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select distinct users.id, users.full_name from accesses join users on users.id = accesses.user_id
          where accesses.member_id = any (app_member_ids())
        $$;
      revoke execute on function journal_people from public;
      grant execute on function journal_people to ostra_portal;

      revoke execute on function journal_open_month, journal_prepare, journal_seal, journal_drop_expired from public;
      grant execute on function journal_prepare, journal_seal, journal_drop_expired to ostra_staff;

      insert into journal_entries (id, at, actor_kind, actor_id, member_id, event, subject_id)
        select id, at, actor_kind, actor_id, member_id, event, subject_id from journal_entries_before;
      drop table journal_entries_before;
      select journal_prepare(now());

      -- The worker writes here that it lives; the portal and the back office look.
      create table worker_heartbeats (
        task_queue text primary key,
        at timestamptz not null
      );
      alter table worker_heartbeats enable row level security;
      create policy anyone_reads on worker_heartbeats for select to ostra_portal, ostra_staff using (true);
      create policy staff_writes on worker_heartbeats to ostra_staff using (true) with check (true);
      grant select on worker_heartbeats to ostra_portal;
      grant select, insert, update on worker_heartbeats to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop table worker_heartbeats;
      alter table journal_entries rename to journal_entries_by_month;
      alter table journal_entries_by_month rename constraint journal_entries_pkey to journal_entries_by_month_pkey;
      create table journal_entries (
        id uuid primary key default uuidv7(),
        at timestamptz not null default now(),
        actor_kind text not null check (actor_kind in ('user', 'staff', 'system', 'nobody')),
        actor_id uuid,
        member_id uuid,
        event text not null check (event ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_id uuid
      );
      insert into journal_entries select id, at, actor_kind, actor_id, member_id, event, subject_id from journal_entries_by_month;
      drop function journal_people, journal_drop_expired, journal_seal, journal_line, journal_prepare, journal_open_month;
      drop table journal_seals, journal_months, journal_sealing, journal_entries_by_month;
      drop function journal_month_start, journal_month;
      create index journal_entries_of_a_member on journal_entries (member_id, at desc);
      alter table journal_entries enable row level security;
      create policy portal_writes on journal_entries for insert to ostra_portal with check (true);
      create policy portal_reads on journal_entries for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy staff on journal_entries to ostra_staff using (true) with check (true);
      grant select, insert on journal_entries to ostra_portal, ostra_staff;
    `)
  }
}
