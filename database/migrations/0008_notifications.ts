import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What happened to a member's visits and requests, who wants to hear of it and how, and what employees answer to their
 * convocation. An employee has no account: the portal answers for them through functions that only know a link.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table notifications (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        kind text not null,
        visit_id uuid,
        -- The date that it had then.
        visit_starts_at timestamptz,
        visit_request_id uuid,
        actor_user_id uuid references users,
        at timestamptz not null,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        foreign key (visit_id, member_id) references visits (id, member_id),
        foreign key (visit_request_id, member_id) references visit_requests (id, member_id),
        check (num_nonnulls(visit_id, visit_request_id) = 1),
        check ((visit_id is null) = (visit_starts_at is null))
      );
      create index notifications_of_a_member on notifications (member_id, at desc, id desc);
      create index notifications_to_mail on notifications (id) where workflow_ended_at is null;
      alter table notifications enable row level security;
      -- A visit that the employer may no longer see takes what was said of it along.
      create policy portal on notifications to ostra_portal
        using (member_id = any (app_member_ids()) and (visit_id is null or exists (select from visits where visits.id = visit_id)))
        with check (member_id = any (app_member_ids()));
      create policy staff on notifications to ostra_staff using (true) with check (true);
      grant select, insert on notifications to ostra_portal;
      grant select, insert, update on notifications to ostra_staff;

      alter table accesses add column notifications_seen_at timestamptz not null default now();
      create policy portal_marks on accesses for update to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      grant update (notifications_seen_at) on accesses to ostra_portal;

      create table notification_choices (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        kind text not null,
        channel text not null check (channel in ('bell', 'email')),
        wanted boolean not null,
        chosen_at timestamptz not null,
        unique (user_id, kind, channel)
      );
      alter table notification_choices enable row level security;
      create policy portal on notification_choices to ostra_portal using (user_id = app_user_id()) with check (user_id = app_user_id());
      create policy staff on notification_choices to ostra_staff using (true) with check (true);
      grant select, insert, update on notification_choices to ostra_portal;
      grant select on notification_choices to ostra_staff;

      -- How many things each member's bell holds for a user, a hundred at most: by member, one index scan each.
      create function count_new_notifications(reader_id uuid) returns jsonb
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

      -- Whether somebody else of the member asked to be written to: the portal sees nobody's choices but those of its user.
      create function wants_notification_mail(of_member_id uuid, of_kind text, except_user_id uuid) returns boolean
        language sql stable security definer set search_path = public as $$
          select exists (
            select from accesses join notification_choices as choice on choice.user_id = accesses.user_id
            where accesses.member_id = of_member_id and accesses.revoked_at is null
              and accesses.user_id is distinct from except_user_id
              and choice.kind = of_kind and choice.channel = 'email' and choice.wanted)
        $$;

      -- Each mail to an employee has a link of its own; those of one date of a visit give one answer.
      create table answer_links (
        id uuid primary key default uuidv7(),
        visit_id uuid not null references visits,
        sequence integer not null,
        token_hash text not null unique,
        minted_at timestamptz not null
      );
      create index answer_links_of_a_visit on answer_links (visit_id);
      alter table answer_links enable row level security;
      create policy staff on answer_links to ostra_staff using (true) with check (true);
      grant select, insert, delete on answer_links to ostra_staff;

      create table employee_answers (
        id uuid primary key default uuidv7(),
        visit_id uuid not null,
        member_id uuid not null,
        sequence integer not null,
        answer text not null check (answer in ('coming', 'not_coming')),
        at timestamptz not null,
        unique (visit_id, sequence),
        foreign key (visit_id, member_id) references visits (id, member_id)
      );
      alter table employee_answers enable row level security;
      create policy portal_reads on employee_answers for select to ostra_portal
        using (member_id = any (app_member_ids()) and exists (select from visits where visits.id = visit_id));
      create policy staff on employee_answers for select to ostra_staff using (true);
      grant select on employee_answers to ostra_portal, ostra_staff;

      -- What whoever holds a link may know: when, where, and what was answered. Nothing of a visit that is no longer this one.
      create function find_answer_link(hash text)
        returns table (visit_id uuid, member_id uuid, visible_to_member boolean, starts_at timestamptz, centre jsonb, answer text, answered_at timestamptz)
        language sql stable security definer set search_path = public as $$
          select visits.id, visits.member_id, visits.visible_to_member, visits.starts_at,
            jsonb_build_object('name', centres.name, 'addressLine', centres.address_line, 'postalCode', centres.postal_code,
              'city', centres.city, 'phone', centres.phone, 'accessDirections', centres.access_directions),
            employee_answers.answer, employee_answers.at
          from answer_links
          join visits on visits.id = answer_links.visit_id and visits.sequence = answer_links.sequence
          join slots on slots.id = visits.slot_id
          join centres on centres.id = slots.centre_id
          left join employee_answers on employee_answers.visit_id = visits.id and employee_answers.sequence = visits.sequence
          where answer_links.token_hash = hash and visits.state = 'convoked'
        $$;

      -- Once for a date, under the visit's own lock: of an answer and a cancellation at once, the second sees the first.
      create function answer_convocation(hash text, said text, said_at timestamptz) returns uuid
        language sql volatile security definer set search_path = public as $$
          with visit as (
            select visits.id, visits.member_id, visits.sequence
            from answer_links join visits on visits.id = answer_links.visit_id and visits.sequence = answer_links.sequence
            where answer_links.token_hash = hash and visits.state = 'convoked' and visits.starts_at > said_at
            for update of visits
          )
          insert into employee_answers (visit_id, member_id, sequence, answer, at)
          select visit.id, visit.member_id, visit.sequence, said, said_at from visit
          on conflict do nothing
          returning id
        $$;

      revoke execute on function count_new_notifications, wants_notification_mail, find_answer_link, answer_convocation from public;
      grant execute on function count_new_notifications, find_answer_link, answer_convocation to ostra_portal;
      grant execute on function wants_notification_mail to ostra_portal, ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function answer_convocation, find_answer_link, wants_notification_mail, count_new_notifications;
      drop table employee_answers, answer_links, notification_choices;
      drop policy portal_marks on accesses;
      alter table accesses drop column notifications_seen_at;
      drop table notifications;
    `)
  }
}
