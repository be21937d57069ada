import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Users, accesses, staff, sessions and reset links. The portal cannot list users: before the sign-in it
 * knows nothing, so what it needs then goes through narrow SECURITY DEFINER functions.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table users (
        id uuid primary key default uuidv7(),
        email text not null check (email = lower(email)),
        full_name text not null,
        password_hash text,
        last_member_id uuid references members,
        sessions_from timestamptz not null default '-infinity',
        created_at timestamptz not null default now()
      );
      create unique index users_email on users (email);

      create table accesses (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        member_id uuid not null references members,
        preset text not null check (preset in ('administrateur', 'rh', 'convocations', 'facturation', 'lecture')),
        holder boolean not null default false check (not holder or preset = 'administrateur'),
        created_at timestamptz not null default now(),
        revoked_at timestamptz
      );
      create unique index accesses_one_per_user_and_member on accesses (user_id, member_id) where revoked_at is null;
      create unique index accesses_one_holder_per_member on accesses (member_id) where holder and revoked_at is null;

      create table staff_users (
        id uuid primary key default uuidv7(),
        email text not null unique check (email = lower(email)),
        full_name text not null,
        role text not null check (role in ('administrator', 'member_relations', 'planner', 'health', 'billing', 'auditor')),
        password_hash text not null,
        totp_secret text not null,
        totp_last_step bigint,
        code_failures integer not null default 0,
        code_failed_at timestamptz,
        active boolean not null default true,
        created_at timestamptz not null default now()
      );

      create table sessions (
        id text primary key,
        user_id text,
        data text not null,
        expires_at timestamptz not null
      );
      create index sessions_of_a_user on sessions (user_id);
      create index sessions_expired on sessions (expires_at);

      create table staff_sessions (
        id text primary key,
        user_id text,
        data text not null,
        expires_at timestamptz not null
      );
      create index staff_sessions_of_a_user on staff_sessions (user_id);
      create index staff_sessions_expired on staff_sessions (expires_at);

      create table password_resets (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        requested_at timestamptz not null default now(),
        token_hash text unique,
        expires_at timestamptz,
        consumed_at timestamptz,
        superseded_at timestamptz,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        check ((token_hash is null) = (expires_at is null))
      );
      create index password_resets_of_a_user on password_resets (user_id);

      alter table users enable row level security;
      alter table accesses enable row level security;
      alter table password_resets enable row level security;
      create policy portal on users to ostra_portal using (id = app_user_id()) with check (id = app_user_id());
      create policy staff on users to ostra_staff using (true) with check (true);
      create policy portal on accesses for select to ostra_portal using (user_id = app_user_id() or member_id = any (app_member_ids()));
      create policy staff on accesses to ostra_staff using (true) with check (true);
      create policy staff on password_resets to ostra_staff using (true) with check (true);

      grant select (id, email, full_name, last_member_id), update (password_hash, last_member_id) on users to ostra_portal;
      grant select on accesses to ostra_portal;
      grant select, insert, update, delete on sessions to ostra_portal;
      grant select, insert, update on users, accesses, password_resets, staff_users to ostra_staff;
      grant delete on password_resets, sessions to ostra_staff;
      grant select on sessions to ostra_staff;
      grant select, insert, update, delete on staff_sessions to ostra_staff;

      -- What a sign-in may know of a 7-digit number (its holder) or of an e-mail.
      create function find_sign_in(identifier text)
        returns table (user_id uuid, password_hash text)
        language sql stable security definer set search_path = public as $$
          select users.id, users.password_hash from users
          where users.email = lower(identifier)
             or users.id = (
               select accesses.user_id from accesses join members on members.id = accesses.member_id
               where members.member_number = identifier and accesses.holder and accesses.revoked_at is null)
          limit 1
        $$;

      -- Who is behind a session, with the members that the user may enter: one query a request.
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

      -- Names of those who can give a right on the current members.
      create function list_administrators() returns setof text
        language sql stable security definer set search_path = public as $$
          select users.full_name from users join accesses on accesses.user_id = users.id
          where accesses.member_id = any (app_member_ids()) and accesses.preset = 'administrateur' and accesses.revoked_at is null
          order by accesses.holder desc, users.full_name
        $$;

      -- One query whether or not the account exists. A second click within 30 seconds asks nothing more.
      create function request_password_reset(identifier text, at timestamptz) returns void
        language sql volatile security definer set search_path = public as $$
          with requested as (
            insert into password_resets (user_id, requested_at)
            select user_id, at from find_sign_in(identifier) as found
            where not exists (
              select from password_resets as pending where pending.user_id = found.user_id
                and pending.requested_at > at - interval '30 seconds'
                and pending.consumed_at is null and pending.superseded_at is null)
            returning id
          )
          insert into outbox_messages (workflow_type, workflow_id, subject_id)
          select 'passwordResetWorkflow', 'password_reset:' || id, id from requested
        $$;

      create function find_password_reset(hash text)
        returns table (id uuid, user_id uuid, email text, full_name text, expires_at timestamptz, consumed_at timestamptz, superseded_at timestamptz)
        language sql stable security definer set search_path = public as $$
          select password_resets.id, users.id, users.email, users.full_name,
            password_resets.expires_at, password_resets.consumed_at, password_resets.superseded_at
          from password_resets join users on users.id = password_resets.user_id
          where password_resets.token_hash = hash
        $$;

      -- Once, before its end: the row's own lock decides between two clicks. Kills the other links and the sessions.
      create function consume_password_reset(hash text, new_password_hash text, at timestamptz)
        returns table (reset_id uuid, user_id uuid)
        language sql volatile security definer set search_path = public as $$
          with consumed as (
            update password_resets set consumed_at = at
            where token_hash = hash and consumed_at is null and superseded_at is null and expires_at > at
            returning password_resets.id, password_resets.user_id
          ), changed as (
            update users set password_hash = new_password_hash, sessions_from = at from consumed where users.id = consumed.user_id
          ), others as (
            update password_resets set superseded_at = at from consumed
            where password_resets.user_id = consumed.user_id and password_resets.id <> consumed.id
              and password_resets.consumed_at is null and password_resets.superseded_at is null
          ), signed_out as (
            delete from sessions using consumed where sessions.user_id = consumed.user_id::text
          )
          select consumed.id, consumed.user_id from consumed
        $$;

      revoke execute on function find_sign_in, find_session_user, list_administrators, request_password_reset, find_password_reset, consume_password_reset from public;
      grant execute on function find_sign_in, find_session_user, list_administrators, request_password_reset, find_password_reset, consume_password_reset to ostra_portal;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function consume_password_reset, find_password_reset, request_password_reset, list_administrators, find_session_user, find_sign_in;
      drop table password_resets, staff_sessions, sessions, staff_users, accesses, users;
    `)
  }
}
