import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a user and a member of staff hold for themselves: second factor, recovery codes, passkeys, devices, a new e-mail on its way. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(['sessions', 'staff_sessions'].map(devices).join('\n'))
    this.schema.raw(`
      -- What a key must sign, and for what: beside the session's data, so that it can be taken once and by one request only.
      alter table sessions add column challenge text, add column challenge_until timestamptz,
        add check ((challenge is null) = (challenge_until is null));

      alter table users
        add column totp_secret text,
        add column totp_last_step bigint,
        add column passkey_after_password boolean not null default false,
        add column code_failures integer not null default 0,
        add column code_failed_at timestamptz;
      grant select (totp_secret, totp_last_step, passkey_after_password, code_failures, code_failed_at),
        update (full_name, totp_secret, totp_last_step, passkey_after_password, code_failures, code_failed_at) on users to ostra_portal;

      -- Without one, the first sign-in begins with the enrolment.
      alter table staff_users alter column totp_secret drop not null;

      create table recovery_codes (
        id uuid primary key default uuidv7(),
        user_id uuid references users,
        staff_id uuid references staff_users,
        code_hash text not null,
        made_at timestamptz not null,
        used_at timestamptz,
        check (num_nonnulls(user_id, staff_id) = 1)
      );
      create unique index recovery_codes_of_a_user on recovery_codes (user_id, code_hash);
      create unique index recovery_codes_of_staff on recovery_codes (staff_id, code_hash);
      alter table recovery_codes enable row level security;
      create policy portal on recovery_codes to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      create policy staff on recovery_codes to ostra_staff using (true) with check (true);
      grant select, insert, update (used_at), delete on recovery_codes to ostra_portal, ostra_staff;

      create table passkeys (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        credential_id text not null unique check (char_length(credential_id) <= 1400),
        public_key text not null,
        counter bigint not null check (counter >= 0),
        transports text[] not null default '{}',
        name text not null check (char_length(name) between 1 and 60),
        added_at timestamptz not null,
        used_at timestamptz
      );
      create index passkeys_of_a_user on passkeys (user_id, added_at);
      alter table passkeys enable row level security;
      create policy portal on passkeys to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      create policy staff on passkeys to ostra_staff using (true);
      grant select, insert, update (counter, name, used_at), delete on passkeys to ostra_portal;
      grant select, delete on passkeys to ostra_staff;

      -- Before the sign-in, a key says by itself whose it is.
      create function find_passkey(credential text)
        returns table (id uuid, user_id uuid, public_key text, counter bigint, transports text[])
        language sql stable security definer set search_path = public as $$
          select passkeys.id, passkeys.user_id, passkeys.public_key, passkeys.counter, passkeys.transports
          from passkeys where passkeys.credential_id = credential
        $$;

      create table email_changes (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        old_email text not null,
        new_email text not null check (new_email = lower(new_email) and new_email <> old_email),
        asked_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > asked_at),
        -- None goes to an address that opens another account already: that account is told.
        old_link_id uuid not null references account_links,
        new_link_id uuid references account_links,
        old_confirmed_at timestamptz,
        new_confirmed_at timestamptz,
        applied_at timestamptz,
        dropped_at timestamptz,
        check (applied_at is null or num_nonnulls(old_confirmed_at, new_confirmed_at) = 2),
        check (num_nonnulls(applied_at, dropped_at) <= 1)
      );
      create unique index email_changes_one_at_a_time on email_changes (user_id) where applied_at is null and dropped_at is null;
      create index email_changes_by_old_link on email_changes (old_link_id);
      create index email_changes_by_new_link on email_changes (new_link_id);
      alter table email_changes enable row level security;
      create policy portal on email_changes for select to ostra_portal using (user_id = app_user_id());
      create policy staff on email_changes for select to ostra_staff using (true);
      grant select (id, user_id, old_email, new_email, asked_at, expires_at, old_confirmed_at, new_confirmed_at, applied_at, dropped_at)
        on email_changes to ostra_portal;
      grant select on email_changes to ostra_staff;

      -- What an account tells its owner by mail, so that nobody changes its locks unseen.
      create table security_notices (
        id uuid primary key default uuidv7(),
        user_id uuid references users,
        staff_id uuid references staff_users,
        kind text not null check (kind ~ '^[a-z_]+$'),
        at timestamptz not null,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        check (num_nonnulls(user_id, staff_id) = 1)
      );
      create index security_notices_to_mail on security_notices (id) where workflow_ended_at is null;
      alter table security_notices enable row level security;
      create policy portal on security_notices to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      create policy staff on security_notices to ostra_staff using (true) with check (true);
      grant select (id, user_id), insert (user_id, kind, at) on security_notices to ostra_portal;
      grant select, insert, update on security_notices to ostra_staff;

      -- The change that a user awaits ends; its links too, so that another can be asked at once.
      create function drop_email_change(at timestamptz) returns uuid
        language sql volatile security definer set search_path = public as $$
          with dropped as (
            update email_changes set dropped_at = at
            where user_id = app_user_id() and applied_at is null and dropped_at is null
            returning id, old_link_id, new_link_id
          ), killed as (
            update account_links set superseded_at = at from dropped
            where account_links.id in (dropped.old_link_id, dropped.new_link_id)
              and account_links.consumed_at is null and account_links.superseded_at is null
          )
          select id from dropped
        $$;

      -- A link to either address. When the new one opens another account nothing differs for who asks: its owner is told.
      create function ask_email_change(wanted text, at timestamptz, until timestamptz) returns uuid
        language plpgsql volatile security definer set search_path = public as $$
          #variable_conflict use_column
          declare me users; owner_id uuid; change_id uuid; notice_id uuid;
          begin
            select * into me from users where id = app_user_id() for update;
            if not found or me.email = wanted then return null; end if;
            perform drop_email_change(at);
            select id into owner_id from users where email = wanted;
            insert into email_changes (user_id, old_email, new_email, asked_at, expires_at, old_link_id, new_link_id) values (
              me.id, me.email, wanted, at, until,
              ask_account_link('email_old', me.id, null, null, null, at),
              case when owner_id is null then ask_account_link('email_new', me.id, null, wanted, null, at) end)
            returning id into change_id;
            if owner_id is not null then
              insert into security_notices (user_id, kind, at) values (owner_id, 'email_wanted', at) returning id into notice_id;
              insert into outbox_messages (workflow_type, workflow_id, subject_id)
                values ('securityNoticeWorkflow', 'security_notice:' || notice_id, notice_id);
            end if;
            return change_id;
          end
        $$;

      -- What the page of a link says of its change, while that is awaited.
      create function find_email_change(link uuid, at timestamptz) returns table (old_email text, new_email text)
        language sql stable security definer set search_path = public as $$
          select old_email, new_email from email_changes
          where link in (old_link_id, new_link_id) and applied_at is null and dropped_at is null and expires_at > at
        $$;

      -- One of the two links was consumed. With both the e-mail changes, unless somebody took it meanwhile.
      create function confirm_email_change(link uuid, at timestamptz) returns table (of_user_id uuid, applied boolean)
        language plpgsql volatile security definer set search_path = public as $$
          #variable_conflict use_column
          declare change email_changes;
          begin
            if not exists (select from account_links where id = link and consumed_at is not null) then return; end if;
            update email_changes set
              old_confirmed_at = case when old_link_id = link then at else old_confirmed_at end,
              new_confirmed_at = case when new_link_id = link then at else new_confirmed_at end
            where link in (old_link_id, new_link_id) and applied_at is null and dropped_at is null and expires_at > at
            returning * into change;
            if not found then return; end if;
            of_user_id := change.user_id;
            applied := false;
            if change.old_confirmed_at is not null and change.new_confirmed_at is not null then
              begin
                update users set email = change.new_email where users.id = change.user_id;
                update email_changes set applied_at = at where email_changes.id = change.id;
                applied := true;
              exception when unique_violation then
                update email_changes set dropped_at = at where email_changes.id = change.id;
              end;
            end if;
            return next;
          end
        $$;

      -- For the user who confirms their own password; nobody else's hash can be read.
      create function own_password_hash() returns text
        language sql stable security definer set search_path = public as $$
          select password_hash from users where id = app_user_id()
        $$;

      -- A new password ends every other session and every link that could still change it.
      create function change_own_password(new_password_hash text, this_session text, at timestamptz) returns void
        language sql volatile security definer set search_path = public as $$
          update users set password_hash = new_password_hash, sessions_from = at where id = app_user_id();
          delete from sessions where user_id = app_user_id()::text and id <> this_session;
          update account_links set superseded_at = at
            where user_id = app_user_id() and purpose = 'password_reset' and consumed_at is null and superseded_at is null;
        $$;

      revoke execute on function find_passkey, drop_email_change, ask_email_change, find_email_change, confirm_email_change,
        own_password_hash, change_own_password from public;
      grant execute on function find_passkey, drop_email_change, ask_email_change, find_email_change, confirm_email_change,
        own_password_hash, change_own_password to ostra_portal;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function change_own_password, own_password_hash, confirm_email_change, find_email_change, ask_email_change, drop_email_change, find_passkey;
      drop table security_notices, email_changes, passkeys, recovery_codes;
      update staff_users set totp_secret = '', active = false where totp_secret is null;
      alter table staff_users alter column totp_secret set not null;
      alter table users drop column totp_secret, drop column totp_last_step, drop column passkey_after_password,
        drop column code_failures, drop column code_failed_at;
      alter table sessions drop column challenge, drop column challenge_until;
      alter table sessions drop column handle, drop column signed_in_at, drop column seen_at, drop column user_agent;
      alter table staff_sessions drop column handle, drop column signed_in_at, drop column seen_at, drop column user_agent;
    `)
  }
}

/** What the list of devices shows. The session says it of itself, so that it is true without a write of its own; its id never leaves the cookie. */
function devices(table: string) {
  // "json" and "#>" read no other text of the session: one with an escape that PostgreSQL refuses would not be written.
  const said = (key: string) => `((data::json) #> '{message,${key}}')`
  const at = (key: string) => `to_timestamp(${said(key)}::text::double precision / 1000)`
  return `
    alter table ${table}
      add column handle uuid not null default uuidv7() unique,
      add column signed_in_at timestamptz generated always as (${at('started_at')}) stored,
      add column seen_at timestamptz generated always as (${at('seen_at')}) stored,
      add column user_agent text generated always as (${said('user_agent')} #>> '{}') stored;`
}
