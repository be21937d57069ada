import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Before and at the password: links that are mailed (reset, first access, change of e-mail), tries that are counted,
 * devices that signed in before. The portal reaches them through narrow functions: nobody is signed in yet.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      drop function consume_password_reset, find_password_reset, request_password_reset;

      alter table password_resets rename to account_links;
      alter index password_resets_of_a_user rename to account_links_of_a_user;
      alter table account_links
        alter user_id drop not null,
        add purpose text not null default 'password_reset'
          check (purpose in ('password_reset', 'first_access', 'email_old', 'email_new')),
        add member_id uuid references members,
        -- Where the link goes when it is not the user's own address.
        add email text check (email = lower(email)),
        add name text,
        add check (user_id is not null or (member_id is not null and email is not null)),
        add check ((member_id is not null) = (purpose = 'first_access'));
      alter table account_links alter purpose drop default;
      create index account_links_of_a_member on account_links (member_id) where member_id is not null;
      create index account_links_unended on account_links (id) where workflow_ended_at is null;

      -- One query whatever is known. A second click within 30 seconds asks nothing more.
      create function ask_account_link(of_purpose text, of_user uuid, of_member uuid, to_email text, to_name text, at timestamptz)
        returns uuid language sql volatile security definer set search_path = public as $$
          with asked as (
            insert into account_links (purpose, user_id, member_id, email, name, requested_at)
            select of_purpose, of_user, of_member, to_email, to_name, at
            where not exists (
              select from account_links as pending
              where pending.purpose = of_purpose
                and pending.user_id is not distinct from of_user and pending.member_id is not distinct from of_member
                and pending.email is not distinct from to_email
                and pending.requested_at > at - interval '30 seconds'
                and pending.consumed_at is null and pending.superseded_at is null)
            returning id
          ), told as (
            insert into outbox_messages (workflow_type, workflow_id, subject_id)
            select 'accountLinkWorkflow', 'account_link:' || id, id from asked
          )
          select id from asked
        $$;

      -- The number's holder, or the user of the e-mail.
      create function request_password_reset(identifier text, at timestamptz) returns table (link_id uuid, user_id uuid)
        language sql volatile security definer set search_path = public as $$
          select ask_account_link('password_reset', found.user_id, null, null, null, at), found.user_id
          from find_sign_in(identifier) as found
        $$;

      -- A link that a signed-in user asks about their own account.
      create function ask_own_link(of_purpose text, to_email text, at timestamptz) returns uuid
        language sql volatile security definer set search_path = public as $$
          select ask_account_link(of_purpose, app_user_id(), null, to_email, null, at)
          where app_user_id() is not null and (of_purpose like 'email\\_%' or (of_purpose = 'password_reset' and to_email is null))
        $$;

      -- A member that nobody has a password for: its holder without one, or nobody at all. The link goes to the contact
      -- on file; to the holder's own address when there is none, or when that person enters other members too.
      create function find_first_access(of_member uuid) returns table (member_id uuid, user_id uuid, email text, name text)
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

      create function request_first_access(number text, at timestamptz) returns table (link_id uuid, member_id uuid)
        language sql volatile security definer set search_path = public as $$
          select ask_account_link('first_access', found.user_id, found.member_id, found.email, found.name, at), found.member_id
          from members, find_first_access(members.id) as found
          where members.member_number = number
        $$;

      create function find_account_link(hash text) returns table (
          id uuid, purpose text, user_id uuid, member_id uuid, member_number text, company_name text,
          email text, full_name text, sent_to text, has_password boolean,
          expires_at timestamptz, consumed_at timestamptz, superseded_at timestamptz)
        language sql stable security definer set search_path = public as $$
          select links.id, links.purpose, users.id, members.id, members.member_number, members.company_name,
            coalesce(users.email, links.email), coalesce(users.full_name, links.name), coalesce(links.email, users.email),
            users.password_hash is not null, links.expires_at, links.consumed_at, links.superseded_at
          from account_links as links
          left join users on users.id = links.user_id or (links.user_id is null and users.email = links.email)
          left join members on members.id = links.member_id
          where links.token_hash = hash
        $$;

      -- Once, before its end: the row's own lock decides between two clicks. Kills the earlier links of its kind.
      create function consume_account_link(hash text, of_purpose text, at timestamptz)
        returns table (link_id uuid, user_id uuid, member_id uuid, email text, name text)
        language sql volatile security definer set search_path = public as $$
          with consumed as (
            update account_links set consumed_at = at
            where token_hash = hash and purpose = of_purpose
              and consumed_at is null and superseded_at is null and expires_at > at
            returning *
          ), others as (
            update account_links set superseded_at = at from consumed
            where account_links.id <> consumed.id and account_links.purpose = consumed.purpose
              and account_links.user_id is not distinct from consumed.user_id
              and account_links.member_id is not distinct from consumed.member_id
              and account_links.consumed_at is null and account_links.superseded_at is null
          )
          select id, user_id, member_id, email, name from consumed
        $$;

      create table devices (
        id uuid primary key default uuidv7(),
        token_hash text not null,
        user_id uuid references users,
        staff_id uuid references staff_users,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        check (num_nonnulls(user_id, staff_id) = 1),
        unique (token_hash, user_id),
        unique (token_hash, staff_id)
      );
      create index devices_of_a_user on devices (user_id, expires_at) where user_id is not null;
      create index devices_of_staff on devices (staff_id, expires_at) where staff_id is not null;
      alter table devices enable row level security;
      create policy portal on devices to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      create policy staff on devices to ostra_staff using (true) with check (true);
      grant select, insert, update (seen_at, expires_at), delete on devices to ostra_portal, ostra_staff;

      -- What a sign-in may know, on the device that it is tried on: one row whatever is known.
      create function find_sign_in_on_device(identifier text, device_hash text, at timestamptz)
        returns table (user_id uuid, password_hash text, known_device boolean)
        language sql stable security definer set search_path = public as $$
          select found.user_id, found.password_hash, exists (
            select from devices
            where devices.token_hash = device_hash and devices.user_id = found.user_id and devices.expires_at > at)
          from (select) as once left join find_sign_in(identifier) as found on true
        $$;

      -- Everything that a link proves: the mailbox is theirs. Sessions, devices and every other link of the user end.
      create function consume_password_reset(hash text, new_password_hash text, at timestamptz)
        returns table (link_id uuid, user_id uuid)
        language sql volatile security definer set search_path = public as $$
          with consumed as (
            select * from consume_account_link(hash, 'password_reset', at)
          ), changed as (
            update users set password_hash = new_password_hash, sessions_from = at from consumed where users.id = consumed.user_id
          ), others as (
            update account_links set superseded_at = at from consumed
            where account_links.user_id = consumed.user_id and account_links.purpose <> 'password_reset'
              and account_links.consumed_at is null and account_links.superseded_at is null
          ), forgotten as (
            delete from devices using consumed where devices.user_id = consumed.user_id
          ), signed_out as (
            delete from sessions using consumed where sessions.user_id = consumed.user_id::text
          )
          select consumed.link_id, consumed.user_id from consumed
        $$;

      -- Asks again whether nobody has a password: somebody may have chosen one since the link was mailed.
      create function consume_first_access(hash text, new_password_hash text, at timestamptz)
        returns table (link_id uuid, user_id uuid, member_id uuid)
        language plpgsql volatile security definer set search_path = public as $$
        declare link record; first record; who uuid;
        begin
          select * into link from consume_account_link(hash, 'first_access', at);
          if not found then return; end if;
          perform from members where id = link.member_id for no key update;
          select * into first from find_first_access(link.member_id);
          if not found or first.user_id is distinct from link.user_id then return; end if;

          who := link.user_id;
          if who is null then
            insert into users (email, full_name, password_hash) values (link.email, link.name, new_password_hash)
              on conflict (email) do nothing returning id into who;
            if who is null then select id into who from users where email = link.email; end if;
            insert into accesses (user_id, member_id, rights, holder) values (who, link.member_id, '{"company": "write",
              "workforce": "write", "visits": "write", "documents": "write", "billing": "write", "statistics": "write", "access": "write"}', true);
          end if;
          update users set password_hash = new_password_hash where id = who and users.password_hash is null;
          return query select link.link_id, who, link.member_id;
        end $$;

      -- The portal may not read what is stored of a password: a hash of former settings is replaced, not one changed since.
      create function refresh_password_hash(former text, fresh text) returns void
        language sql volatile security definer set search_path = public as $$
          update users set password_hash = fresh where id = app_user_id() and password_hash = former
        $$;

      create table throttles (
        key text primary key check (key ~ '^[0-9a-f]{64}$'),
        tries integer not null default 0,
        retry_at timestamptz not null default '-infinity',
        refused boolean not null default false,
        forgotten_at timestamptz not null
      );
      create index throttles_forgotten on throttles (forgotten_at);
      alter table throttles enable row level security;

      -- Counts one try on every key, or none when one of them must wait: then says until when, and whether it is the
      -- first refusal of that wait. The locks are taken in one order, so that two tries never wait for one another.
      create function take_tries(asked jsonb, at timestamptz) returns table (retry_at timestamptz, is_first boolean)
        language plpgsql volatile security definer set search_path = public as $$
        #variable_conflict use_column
        declare asked_keys text[] := array(select jsonb_array_elements(asked) ->> 'key'); wait timestamptz; first boolean;
        begin
          insert into throttles (key, forgotten_at)
            select one.key, at from jsonb_to_recordset(asked) as one (key text) order by one.key
            on conflict do nothing;
          perform from throttles where key = any (asked_keys) order by key for update;

          select max(retry_at), not bool_or(refused) into wait, first
            from throttles where key = any (asked_keys) and retry_at > at;
          if wait is not null then
            update throttles set refused = true where key = any (asked_keys) and retry_at > at;
            return query select wait, first;
            return;
          end if;

          update throttles set tries = 0 where key = any (asked_keys) and forgotten_at <= at;
          update throttles set
              tries = tries + 1,
              refused = false,
              retry_at = at + one.delays[least(tries + 1, cardinality(one.delays))] * interval '1 second',
              forgotten_at = at + one.memory * interval '1 second'
            from jsonb_to_recordset(asked) as one (key text, delays integer[], memory integer)
            where throttles.key = one.key;
          delete from throttles where key in (
            select key from throttles where forgotten_at < at limit 20 for update skip locked);
          return query select null::timestamptz, false;
        end $$;

      -- The try was a good one: it does not count.
      create function give_back_tries(asked jsonb) returns void
        language sql volatile security definer set search_path = public as $$
          update throttles set
            tries = greatest(tries - 1, 0),
            retry_at = case when coalesce(one.delays[least(tries - 1, cardinality(one.delays))], 0) = 0 then '-infinity' else retry_at end
          from jsonb_to_recordset(asked) as one (key text, delays integer[])
          where throttles.key = one.key
        $$;

      create function forget_tries(asked jsonb) returns void
        language sql volatile security definer set search_path = public as $$
          delete from throttles using jsonb_to_recordset(asked) as one (key text) where throttles.key = one.key
        $$;

      revoke execute on function ask_account_link, request_password_reset, ask_own_link, find_first_access, request_first_access,
        find_account_link, consume_account_link, consume_password_reset, consume_first_access, find_sign_in_on_device,
        refresh_password_hash, take_tries, give_back_tries, forget_tries from public;
      grant execute on function request_password_reset, ask_own_link, request_first_access, find_account_link, consume_account_link,
        consume_password_reset, consume_first_access, find_sign_in_on_device, refresh_password_hash, take_tries, give_back_tries, forget_tries to ostra_portal;
      grant execute on function ask_account_link, find_first_access, request_first_access,
        take_tries, give_back_tries, forget_tries to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function forget_tries, give_back_tries, take_tries, refresh_password_hash, consume_first_access, consume_password_reset,
        find_sign_in_on_device, consume_account_link, find_account_link, request_first_access, find_first_access,
        ask_own_link, request_password_reset, ask_account_link;
      drop table throttles, devices;
      drop index account_links_unended, account_links_of_a_member;
      delete from account_links where purpose <> 'password_reset';
      alter table account_links drop name, drop email, drop member_id, drop purpose;
      alter table account_links alter user_id set not null;
      alter index account_links_of_a_user rename to password_resets_of_a_user;
      alter table account_links rename to password_resets;

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
      revoke execute on function request_password_reset, find_password_reset, consume_password_reset from public;
      grant execute on function request_password_reset, find_password_reset, consume_password_reset to ostra_portal;
    `)
  }
}
