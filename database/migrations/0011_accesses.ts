import { BaseSchema } from '@adonisjs/lucid/schema'

const EVERYTHING = `'{"company": "write", "workforce": "write", "visits": "write", "documents": "write", "billing": "write", "statistics": "write", "access": "write"}'::jsonb`

// What each preset allowed when rights were not stored yet.
const FORMER_PRESETS = `case preset
  when 'administrateur' then ${EVERYTHING}
  when 'rh' then '{"company": "none", "workforce": "write", "visits": "write", "documents": "write", "billing": "none", "statistics": "none", "access": "none"}'::jsonb
  when 'convocations' then '{"company": "none", "workforce": "read", "visits": "write", "documents": "none", "billing": "none", "statistics": "none", "access": "none"}'::jsonb
  when 'facturation' then '{"company": "read", "workforce": "none", "visits": "none", "documents": "none", "billing": "write", "statistics": "none", "access": "none"}'::jsonb
  else '{"company": "read", "workforce": "read", "visits": "read", "documents": "read", "billing": "read", "statistics": "read", "access": "none"}'::jsonb end`

/**
 * Who may do what, where and until when, written out for each access; invitations; the procedure that finds a lost holder again.
 * Who may change accesses may give themselves anything, so they have everything: administrators, of every site.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create function are_rights(value jsonb) returns boolean language sql immutable parallel safe as $$
        select count(*) = 7 and bool_and(level in ('none', 'read', 'write')
            and domain in ('company', 'workforce', 'visits', 'documents', 'billing', 'statistics', 'access'))
          and (value ->> 'access' <> 'write' or bool_and(level = 'write'))
        from jsonb_each_text(value) as each (domain, level)
      $$;

      alter table accesses
        add column rights jsonb,
        -- Null: every site, and those who have none.
        add column site_ids uuid[] check (cardinality(site_ids) > 0),
        -- The last day on which it opens, in Paris.
        add column ends_on date,
        add column suspended_at timestamptz;
      update accesses set rights = ${FORMER_PRESETS};
      alter table accesses
        alter column rights set not null,
        -- Takes the check of the holder along.
        drop column preset,
        add constraint accesses_rights check (are_rights(rights)),
        add constraint accesses_administrator_of_every_site check (rights ->> 'access' <> 'write' or site_ids is null),
        add constraint accesses_holder check (not holder or (rights ->> 'access' = 'write' and ends_on is null and revoked_at is null)),
        add constraint accesses_of_its_member unique (id, member_id);
      create index accesses_of_a_member on accesses (member_id) where revoked_at is null;
      create index journal_entries_sign_ins on journal_entries (actor_id, at desc) where event = 'session.opened';

      create table holder_recoveries (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        reason text not null check (length(reason) between 1 and 500),
        proof text not null check (length(proof) between 1 and 200),
        -- The access of the holder that nobody reaches, and what it becomes once there is a new one.
        former_access_id uuid,
        former_becomes text not null check (former_becomes in ('revoked', 'reader', 'administrator')),
        -- Kept out meanwhile, before anybody takes over.
        former_blocked boolean not null,
        opened_by uuid not null references staff_users,
        opened_at timestamptz not null,
        closed_at timestamptz,
        -- Null when the new holder came.
        closed_by uuid references staff_users,
        foreign key (former_access_id, member_id) references accesses (id, member_id)
      );
      create unique index holder_recoveries_one_open on holder_recoveries (member_id) where closed_at is null;

      create table invitations (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        email text not null check (email = lower(email) and length(email) <= 254),
        full_name text not null check (length(full_name) between 1 and 120),
        rights jsonb not null check (are_rights(rights)),
        site_ids uuid[] check (cardinality(site_ids) > 0),
        ends_on date,
        recovery_id uuid references holder_recoveries,
        invited_by uuid references users,
        invited_by_staff uuid references staff_users,
        invited_at timestamptz not null,
        -- Of the last mail that left: each has a link of its own, which ends the former.
        token_hash text unique,
        expires_at timestamptz,
        accepted_at timestamptz,
        access_id uuid references accesses,
        withdrawn_at timestamptz,
        -- Sent again: the next row has another week.
        superseded_at timestamptz,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        check (num_nonnulls(invited_by, invited_by_staff) = 1),
        check ((recovery_id is null) = (invited_by_staff is null)),
        check (num_nonnulls(accepted_at, withdrawn_at, superseded_at) <= 1),
        check ((accepted_at is null) = (access_id is null)),
        check (rights ->> 'access' <> 'write' or site_ids is null)
      );
      create unique index invitations_one_for_an_address on invitations (member_id, email)
        where accepted_at is null and withdrawn_at is null and superseded_at is null;
      create index invitations_to_watch on invitations (id) where workflow_ended_at is null;

      -- What was there before and after, of what changed only.
      create table access_changes (
        id uuid primary key default uuidv7(),
        access_id uuid not null,
        member_id uuid not null,
        before jsonb,
        after jsonb not null,
        changed_by uuid references users,
        changed_by_staff uuid references staff_users,
        at timestamptz not null,
        foreign key (access_id, member_id) references accesses (id, member_id),
        check (num_nonnulls(changed_by, changed_by_staff) = 1)
      );
      create index access_changes_of_an_access on access_changes (access_id, at desc);

      -- Whether the user of the scope administers a member. What day it is, the gate knows.
      create function app_administers(administered uuid) returns boolean
        language sql stable security definer set search_path = public as $$
          select exists (
            select from accesses
            where member_id = administered and user_id = app_user_id() and rights ->> 'access' = 'write'
              and revoked_at is null and suspended_at is null)
        $$;

      alter table holder_recoveries enable row level security;
      alter table invitations enable row level security;
      alter table access_changes enable row level security;
      create policy staff on holder_recoveries to ostra_staff using (true) with check (true);
      create policy staff on invitations to ostra_staff using (true) with check (true);
      create policy staff on access_changes to ostra_staff using (true) with check (true);
      create policy portal_reads on invitations for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy portal_invites on invitations for insert to ostra_portal
        with check (member_id = any (app_member_ids()) and app_administers(member_id) and invited_by = app_user_id());
      -- Not those by which OSTRA looks for a holder: it may be the administrators whom it does not trust.
      create policy portal_ends on invitations for update to ostra_portal
        using (member_id = any (app_member_ids()) and app_administers(member_id) and recovery_id is null);
      create policy portal_reads on access_changes for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy portal_writes on access_changes for insert to ostra_portal
        with check (member_id = any (app_member_ids()) and changed_by = app_user_id());
      create policy portal_administers on accesses for update to ostra_portal
        using (member_id = any (app_member_ids()) and app_administers(member_id));

      grant select, insert, update on holder_recoveries, invitations to ostra_staff;
      grant select, insert on access_changes to ostra_portal, ostra_staff;
      grant select (id, member_id, email, full_name, rights, site_ids, ends_on, recovery_id, invited_by, invited_by_staff, invited_at,
          expires_at, accepted_at, access_id, withdrawn_at, superseded_at),
        insert (member_id, email, full_name, rights, site_ids, ends_on, invited_by, invited_at),
        update (withdrawn_at, superseded_at) on invitations to ostra_portal;
      grant update (rights, site_ids, ends_on, suspended_at, revoked_at, holder) on accesses to ostra_portal;

      -- A user marks their own access (what they saw, when they entered): a grant by column says which columns, not whose.
      create function guard_access() returns trigger language plpgsql as $$
      begin
        if current_user = 'ostra_portal' and not app_administers(old.member_id)
          and (new.rights, new.site_ids, new.ends_on, new.suspended_at, new.revoked_at, new.holder)
            is distinct from (old.rights, old.site_ids, old.ends_on, old.suspended_at, old.revoked_at, old.holder)
        then raise insufficient_privilege using message = 'accesses are changed by administrators'; end if;
        return new;
      end $$;
      create trigger accesses_guarded before update on accesses for each row execute function guard_access();

      create function are_sites_of_the_member() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        if exists (select from unnest(new.site_ids) as wanted (id)
          where not exists (select from sites where sites.id = wanted.id and sites.member_id = new.member_id))
        then raise foreign_key_violation using message = 'a site of another member'; end if;
        return new;
      end $$;
      create trigger accesses_sites before insert or update of site_ids on accesses for each row execute function are_sites_of_the_member();
      create trigger invitations_sites before insert or update of site_ids on invitations for each row execute function are_sites_of_the_member();

      -- Asked at the commit, one after the other for a member: of two who each take the other's right, the second sees the first.
      -- One with an end does not count, or the day would come when there is none.
      create function keep_an_administrator() returns trigger language plpgsql security definer set search_path = public as $$
      begin
        perform from members where id = old.member_id for no key update;
        if exists (select from holder_recoveries where member_id = old.member_id and closed_at is null) then return null; end if;
        if not exists (
          select from accesses where member_id = old.member_id and rights ->> 'access' = 'write'
            and revoked_at is null and suspended_at is null and ends_on is null)
        then raise integrity_constraint_violation using constraint = 'accesses_keep_an_administrator', message = 'a member without an administrator'; end if;
        if old.holder and not exists (
          select from accesses where member_id = old.member_id and holder and revoked_at is null and suspended_at is null)
        then raise integrity_constraint_violation using constraint = 'accesses_keep_a_holder', message = 'a member without a holder'; end if;
        return null;
      end $$;
      create constraint trigger accesses_keep_an_administrator
        after delete or update of rights, ends_on, suspended_at, revoked_at, holder, member_id on accesses
        deferrable initially deferred for each row
        when (old.revoked_at is null and (old.rights ->> 'access' = 'write' or old.holder))
        execute function keep_an_administrator();

      -- Whoever changes the accesses of a member waits for whoever does already.
      create function lock_accesses(of_member_id uuid) returns void
        language sql volatile security definer set search_path = public as $$
          select from members where id = of_member_id for no key update
        $$;
    `)
    this.schema.raw(SESSION)
    this.schema.raw(INVITATIONS)
    this.schema.raw(SITES)
  }

  async down() {
    this.schema.raw(`
      do $$ declare t record; begin
        for t in select polrelid::regclass as name from pg_policy where polname = 'sites' loop
          execute format('drop policy sites on %s', t.name);
        end loop;
      end $$;
      drop function limit_to_sites(regclass), seen_employees, seen_visits, seen_visit_requests, sees_new_notification, find_site_limits, app_limited_member_ids, app_site_ids;
      drop function accept_invitation, find_invitation, list_member_users, lock_accesses, find_session_user(uuid, date), list_administrators(date);
      drop trigger accesses_keep_an_administrator on accesses;
      drop trigger accesses_guarded on accesses;
      drop trigger accesses_sites on accesses;
      drop policy portal_administers on accesses;
      drop table access_changes, invitations, holder_recoveries;
      drop function keep_an_administrator, are_sites_of_the_member, guard_access, app_administers;
      revoke update (rights, site_ids, ends_on, suspended_at, revoked_at, holder) on accesses from ostra_portal;
      drop index journal_entries_sign_ins, accesses_of_a_member;
      alter table accesses drop constraint accesses_of_its_member;
      alter table accesses add column preset text check (preset in ('administrateur', 'rh', 'convocations', 'facturation', 'lecture'));
      update accesses set preset = case
        when rights ->> 'access' = 'write' then 'administrateur' when rights ->> 'workforce' = 'write' then 'rh'
        when rights ->> 'visits' = 'write' then 'convocations' when rights ->> 'billing' = 'write' then 'facturation' else 'lecture' end;
      alter table accesses alter column preset set not null, drop column rights, drop column site_ids, drop column ends_on, drop column suspended_at,
        add constraint accesses_holder check (not holder or preset = 'administrateur');
      drop function are_rights;
    `)
    this.schema.raw('drop index due_visits_of_a_member')
    this.schema.raw('create index due_visits_of_a_member on due_visits (member_id, until_on)')
    this.schema.raw(FORMER_FUNCTIONS)
  }
}

/** Who is behind a session, and who can give a right: what is in force on a day. */
const SESSION = `
  drop function find_session_user(uuid);
  drop function list_administrators();

  -- With the members that the user may enter on this day: one query a request.
  create function find_session_user(session_user_id uuid, today date)
    returns table (id uuid, email text, full_name text, last_member_id uuid, sessions_from timestamptz, accesses jsonb)
    language sql stable security definer set search_path = public as $$
      select users.id, users.email, users.full_name, users.last_member_id, nullif(users.sessions_from, '-infinity'),
        coalesce(jsonb_agg(jsonb_build_object(
            'memberId', members.id, 'memberNumber', members.member_number, 'companyName', members.company_name,
            'rights', accesses.rights, 'holder', accesses.holder, 'siteIds', to_jsonb(accesses.site_ids), 'endsOn', accesses.ends_on)
          order by members.company_name) filter (where members.id is not null), '[]')
      from users
      left join accesses on accesses.user_id = users.id and accesses.revoked_at is null and accesses.suspended_at is null
        and (accesses.ends_on is null or accesses.ends_on >= today)
      left join members on members.id = accesses.member_id
      where users.id = session_user_id
      group by users.id
    $$;

  -- As before, and not for a holder who is kept out, nor while OSTRA looks for another one.
  create or replace function find_first_access(of_member uuid) returns table (member_id uuid, user_id uuid, email text, name text)
    language sql stable security definer set search_path = public as $$
      select members.id, holder.id,
        case when holder.id is null or not holder.enters_others then lower(contact.email) end,
        case when holder.id is null or not holder.enters_others then contact.name end
      from members
      left join lateral (
        select users.id, users.password_hash, accesses.suspended_at, exists (
          select from accesses as others
          where others.user_id = users.id and others.member_id <> members.id and others.revoked_at is null) as enters_others
        from accesses join users on users.id = accesses.user_id
        where accesses.member_id = members.id and accesses.holder and accesses.revoked_at is null) as holder on true
      left join lateral (
        select contacts.email, contacts.name from contacts
        where contacts.member_id = members.id and contacts.role = 'management' order by contacts.id limit 1) as contact on true
      where members.id = of_member and holder.password_hash is null and holder.suspended_at is null
        and not exists (select from holder_recoveries where holder_recoveries.member_id = members.id and closed_at is null)
        and (holder.id is not null or (contact.email is not null and not exists (
          select from accesses where accesses.member_id = members.id and accesses.revoked_at is null)))
    $$;

  -- Names of those who can give a right on the current members, on this day.
  create function list_administrators(today date) returns setof text
    language sql stable security definer set search_path = public as $$
      select users.full_name from users join accesses on accesses.user_id = users.id
      where accesses.member_id = any (app_member_ids()) and accesses.rights ->> 'access' = 'write'
        and accesses.revoked_at is null and accesses.suspended_at is null and (accesses.ends_on is null or accesses.ends_on >= today)
      order by accesses.holder desc, users.full_name
    $$;

  -- Who is behind the accesses of the current members, and when they last signed in.
  create function list_member_users()
    returns table (access_id uuid, full_name text, email text, signed_in_at timestamptz)
    language sql stable security definer set search_path = public as $$
      select accesses.id, users.full_name, users.email,
        (select at from journal_entries where event = 'session.opened' and actor_id = users.id order by at desc limit 1)
      from accesses join users on users.id = accesses.user_id
      where accesses.member_id = any (app_member_ids()) and accesses.revoked_at is null
    $$;

  revoke execute on function find_session_user(uuid, date), list_administrators(date), list_member_users, app_administers, lock_accesses from public;
  grant execute on function find_session_user(uuid, date), list_administrators(date), list_member_users, lock_accesses to ostra_portal;
  grant execute on function app_administers to ostra_portal, ostra_staff;
  grant execute on function lock_accesses to ostra_staff;
`

/** What whoever holds the link of an invitation may read and do. */
const INVITATIONS = `
  create function find_invitation(hash text)
    returns table (id uuid, member_id uuid, company_name text, email text, full_name text, rights jsonb, ends_on date, site_names text[],
      becomes_holder boolean, inviter text, expires_at timestamptz, is_open boolean, has_account boolean)
    language sql stable security definer set search_path = public as $$
      select invitations.id, members.id, members.company_name, invitations.email, invitations.full_name, invitations.rights, invitations.ends_on,
        array(select sites.name from sites where sites.id = any (invitations.site_ids) order by sites.name),
        invitations.recovery_id is not null, inviters.full_name, invitations.expires_at,
        num_nonnulls(invitations.accepted_at, invitations.withdrawn_at, invitations.superseded_at) = 0,
        exists (select from users where users.email = invitations.email and users.password_hash is not null)
      from invitations join members on members.id = invitations.member_id
      left join users as inviters on inviters.id = invitations.invited_by
      where invitations.token_hash = hash
    $$;

  -- Once, before its end: the row's own lock decides between two clicks. Who is signed in links it to their account; who has
  -- none gets one; for who has one and is not signed in nothing is done.
  create function accept_invitation(hash text, signed_in_id uuid, new_name text, new_password_hash text, said_at timestamptz, today date)
    returns table (outcome text, invitation_id uuid, member_id uuid, user_id uuid, access_id uuid, recovered boolean)
    language plpgsql volatile security definer set search_path = public as $$
    #variable_conflict use_column
    declare
      invited invitations;
      known users;
      held accesses;
      recovery holder_recoveries;
      entering uuid := signed_in_id;
    begin
      select * into invited from invitations where token_hash = hash for update;
      if not found or num_nonnulls(invited.accepted_at, invited.withdrawn_at, invited.superseded_at) > 0
        or invited.expires_at <= said_at or invited.ends_on < today
      then return query select 'unusable', null::uuid, null::uuid, null::uuid, null::uuid, false; return; end if;
      perform from members where id = invited.member_id for no key update;

      if entering is null then
        select * into known from users where email = invited.email for update;
        if found and known.password_hash is not null
        then return query select 'has_account', invited.id, invited.member_id, null::uuid, null::uuid, false; return; end if;
        if found then
          update users set password_hash = new_password_hash, full_name = new_name where id = known.id;
          entering := known.id;
        else
          insert into users (email, full_name, password_hash) values (invited.email, new_name, new_password_hash)
            on conflict (email) do nothing returning id into entering;
          if entering is null
          then return query select 'has_account', invited.id, invited.member_id, null::uuid, null::uuid, false; return; end if;
        end if;
      end if;

      select * into held from accesses where user_id = entering and member_id = invited.member_id and revoked_at is null for update;
      if found and invited.recovery_id is null
      then return query select 'already', invited.id, invited.member_id, entering, held.id, false; return; end if;

      if invited.recovery_id is not null then
        update holder_recoveries set closed_at = said_at where id = invited.recovery_id and closed_at is null returning * into recovery;
        if not found then return query select 'unusable', null::uuid, null::uuid, null::uuid, null::uuid, false; return; end if;
        -- The holder of now, who may have handed over since.
        insert into access_changes (access_id, member_id, before, after, changed_by_staff, at)
        select id, member_id, jsonb_build_object('holder', true), jsonb_build_object('holder', false, 'becomes', recovery.former_becomes), recovery.opened_by, said_at
        from accesses where member_id = invited.member_id and holder and revoked_at is null and id is distinct from held.id;
        update accesses set holder = false,
          revoked_at = case when recovery.former_becomes = 'revoked' then said_at end,
          suspended_at = case when recovery.former_becomes = 'revoked' then suspended_at end,
          rights = case when recovery.former_becomes = 'reader'
            then '{"company": "read", "workforce": "read", "visits": "read", "documents": "read", "billing": "read", "statistics": "read", "access": "none"}' else rights end
        where member_id = invited.member_id and holder and revoked_at is null and id is distinct from held.id;
      end if;

      if held.id is not null then
        update accesses set rights = invited.rights, site_ids = null, ends_on = null, suspended_at = null, holder = true where id = held.id;
      else
        insert into accesses (user_id, member_id, rights, site_ids, ends_on, holder, created_at, notifications_seen_at)
        values (entering, invited.member_id, invited.rights, invited.site_ids, invited.ends_on, invited.recovery_id is not null, said_at, said_at)
        returning * into held;
      end if;
      insert into access_changes (access_id, member_id, after, changed_by, at)
      values (held.id, invited.member_id, jsonb_build_object('rights', invited.rights, 'site_ids', invited.site_ids, 'ends_on', invited.ends_on,
        'holder', invited.recovery_id is not null), entering, said_at);
      update invitations set accepted_at = said_at, access_id = held.id where id = invited.id;
      return query select 'accepted', invited.id, invited.member_id, entering, held.id, invited.recovery_id is not null;
    end $$;

  revoke execute on function find_invitation, accept_invitation from public;
  grant execute on function find_invitation, accept_invitation to ostra_portal;
`

/**
 * The limit to some sites, in the database. The scope of a transaction says which of its members are limited, and to which
 * sites: read once, when it opens. Where nobody is, the arrays are empty and the planner knows that they are.
 */
const SITES = `
  create function find_site_limits(of_user_id uuid, of_member_ids uuid[], out member_ids text, out site_ids text)
    language sql stable security definer set search_path = public as $$
      select coalesce(string_agg(distinct accesses.member_id::text, ','), ''), coalesce(string_agg(distinct site.id::text, ','), '')
      from accesses cross join lateral unnest(accesses.site_ids) as site (id)
      where accesses.user_id = of_user_id and accesses.member_id = any (of_member_ids) and accesses.revoked_at is null
    $$;
  revoke execute on function find_site_limits from public;
  grant execute on function find_site_limits to ostra_portal;

  create function app_limited_member_ids() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(string_to_array(nullif(current_setting('app.limited_member_ids', true), ''), ',')::uuid[], '{}') $$;

  create function app_site_ids() returns uuid[] language sql stable parallel safe
    as $$ select coalesce(string_to_array(nullif(current_setting('app.site_ids', true), ''), ',')::uuid[], '{}') $$;

  -- What somebody limited sees in the members where they are. Asked once a query, and of nobody else: said to be cheap, since
  -- a costly subquery in a policy would change the plans of everybody. Each table has its other policies for itself.
  create function seen_employees() returns setof uuid
    language sql stable parallel safe security definer set search_path = public cost 1 rows 1
    as $$ select id from employees where member_id = any (app_limited_member_ids()) and site_id = any (app_site_ids()) $$;
  create function seen_visits() returns setof uuid
    language sql stable parallel safe security definer set search_path = public cost 1 rows 1
    as $$ select id from visits where member_id = any (app_limited_member_ids()) and employee_id in (select seen_employees()) $$;
  create function seen_visit_requests() returns setof uuid
    language sql stable parallel safe security definer set search_path = public cost 1 rows 1
    as $$ select id from visit_requests where member_id = any (app_limited_member_ids()) and employee_id in (select seen_employees()) $$;
  revoke execute on function seen_employees, seen_visits, seen_visit_requests from public;
  grant execute on function seen_employees, seen_visits, seen_visit_requests to ostra_portal;

  -- For a table of things of employees: those of an employee, a visit or a request that the user does not see are not there.
  create function limit_to_sites(limited regclass) returns void language plpgsql as $$
    declare
      column_of record;
      things text[] := '{}';
    begin
      for column_of in
        select attname as name, tables.asked from pg_attribute
        join (values ('employee_id', 'seen_employees'), ('visit_id', 'seen_visits'), ('new_visit_id', 'seen_visits'), ('visit_request_id', 'seen_visit_requests'))
          as tables (name, asked) on tables.name = attname
        where attrelid = limited and not attisdropped
        order by tables.name
      loop
        things := things || format('(%1$I is null or %1$I in (select %2$I()))', column_of.name, column_of.asked);
        -- The employee says it all.
        exit when column_of.name = 'employee_id';
      end loop;
      execute format('create policy sites on %s as restrictive to ostra_portal using (member_id <> all (app_limited_member_ids()) or (%s))',
        limited, array_to_string(things, ' and '));
    end $$;

  create policy sites on employees as restrictive to ostra_portal
    using (member_id <> all (app_limited_member_ids()) or site_id in (select unnest(app_site_ids())));
  create policy sites on sites as restrictive to ostra_portal
    using (member_id <> all (app_limited_member_ids()) or id = any (app_site_ids()));
  select limit_to_sites(name) from unnest(array['due_visits', 'visit_requests', 'visits', 'acknowledgements', 'cancellations',
    'substitutions', 'notifications', 'employee_answers']::regclass[]) as name;

  -- The policy reads the employee: in the index, so that a count still reads nothing else.
  drop index due_visits_of_a_member;
  create index due_visits_of_a_member on due_visits (member_id, until_on, id) include (employee_id);

  -- Whether somebody limited to these sites may hear of a notification.
  create function sees_new_notification(notified notifications, limited_to uuid[]) returns boolean
    language sql stable set search_path = public as $$
      select exists (
        select from employees
        left join visits on visits.id = notified.visit_id
        left join visit_requests on visit_requests.id = notified.visit_request_id
        where employees.id = coalesce(visits.employee_id, visit_requests.employee_id) and employees.site_id = any (limited_to))
    $$;

  create or replace function count_new_notifications(reader_id uuid) returns jsonb
    language sql stable security definer set search_path = public as $$
      select coalesce(jsonb_object_agg(accesses.member_id, (
        select count(*) from (
          select from notifications
          left join visits on visits.id = notifications.visit_id
          where notifications.member_id = accesses.member_id and notifications.at > accesses.notifications_seen_at
            and notifications.actor_user_id is distinct from reader_id
            and coalesce(visits.visible_to_member, true)
            and (accesses.site_ids is null or sees_new_notification(notifications, accesses.site_ids))
            and not exists (
              select from notification_choices as choice
              where choice.user_id = reader_id and choice.kind = notifications.kind and choice.channel = 'bell' and not choice.wanted)
          limit 100) as fresh)), '{}')
      from accesses where accesses.user_id = reader_id and accesses.revoked_at is null and accesses.suspended_at is null
    $$;

  create or replace function wants_notification_mail(of_member_id uuid, of_kind text, except_user_id uuid) returns boolean
    language sql stable security definer set search_path = public as $$
      select exists (
        select from accesses join notification_choices as choice on choice.user_id = accesses.user_id
        where accesses.member_id = of_member_id and accesses.revoked_at is null and accesses.suspended_at is null
          and accesses.user_id is distinct from except_user_id
          and choice.kind = of_kind and choice.channel = 'email' and choice.wanted)
    $$;

  revoke execute on function limit_to_sites(regclass), sees_new_notification from public;
`

/** As 0004 and 0008 have them. */
const FORMER_FUNCTIONS = `
  create function find_session_user(session_user_id uuid)
    returns table (id uuid, email text, full_name text, last_member_id uuid, sessions_from timestamptz, accesses jsonb)
    language sql stable security definer set search_path = public as $$
      select users.id, users.email, users.full_name, users.last_member_id, nullif(users.sessions_from, '-infinity'),
        coalesce(jsonb_agg(jsonb_build_object(
            'memberId', members.id, 'memberNumber', members.member_number, 'companyName', members.company_name,
            'preset', accesses.preset, 'holder', accesses.holder)
          order by members.company_name) filter (where members.id is not null), '[]')
      from users
      left join accesses on accesses.user_id = users.id and accesses.revoked_at is null
      left join members on members.id = accesses.member_id
      where users.id = session_user_id
      group by users.id
    $$;
  create or replace function find_first_access(of_member uuid) returns table (member_id uuid, user_id uuid, email text, name text)
    language sql stable security definer set search_path = public as $$
      select members.id, holder.id,
        case when holder.id is null or not holder.enters_others then lower(contact.email) end,
        case when holder.id is null or not holder.enters_others then contact.name end
      from members
      left join lateral (
        select users.id, users.password_hash, exists (
          select from accesses as others
          where others.user_id = users.id and others.member_id <> members.id and others.revoked_at is null) as enters_others
        from accesses join users on users.id = accesses.user_id
        where accesses.member_id = members.id and accesses.holder and accesses.revoked_at is null) as holder on true
      left join lateral (
        select contacts.email, contacts.name from contacts
        where contacts.member_id = members.id and contacts.role = 'management' order by contacts.id limit 1) as contact on true
      where members.id = of_member and holder.password_hash is null
        and (holder.id is not null or (contact.email is not null and not exists (
          select from accesses where accesses.member_id = members.id and accesses.revoked_at is null)))
    $$;
  create function list_administrators() returns setof text
    language sql stable security definer set search_path = public as $$
      select users.full_name from users join accesses on accesses.user_id = users.id
      where accesses.member_id = any (app_member_ids()) and accesses.preset = 'administrateur' and accesses.revoked_at is null
      order by accesses.holder desc, users.full_name
    $$;
  create or replace function count_new_notifications(reader_id uuid) returns jsonb
    language sql stable security definer set search_path = public as $$
      select coalesce(jsonb_object_agg(accesses.member_id, (
        select count(*) from (
          select from notifications
          left join visits on visits.id = notifications.visit_id
          where notifications.member_id = accesses.member_id and notifications.at > accesses.notifications_seen_at
            and notifications.actor_user_id is distinct from reader_id
            and coalesce(visits.visible_to_member, true)
            and not exists (
              select from notification_choices as choice
              where choice.user_id = reader_id and choice.kind = notifications.kind and choice.channel = 'bell' and not choice.wanted)
          limit 100) as fresh)), '{}')
      from accesses where accesses.user_id = reader_id and accesses.revoked_at is null
    $$;
  create or replace function wants_notification_mail(of_member_id uuid, of_kind text, except_user_id uuid) returns boolean
    language sql stable security definer set search_path = public as $$
      select exists (
        select from accesses join notification_choices as choice on choice.user_id = accesses.user_id
        where accesses.member_id = of_member_id and accesses.revoked_at is null
          and accesses.user_id is distinct from except_user_id
          and choice.kind = of_kind and choice.channel = 'email' and choice.wanted)
    $$;
  revoke execute on function find_session_user, list_administrators from public;
  grant execute on function find_session_user, list_administrators to ostra_portal;
`
