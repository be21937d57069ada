import { BaseSchema } from '@adonisjs/lucid/schema'

const KINDS = `('initial_information', 'periodic_information', 'fitness_hiring', 'fitness_periodic', 'intermediate', 'pre_return',
  'return', 'on_demand', 'mid_career', 'post_exposure', 'authorisation', 'liaison')`

/** Requests, visits, and what is done to a visit: each act is a row (who, when, why). */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table visit_requests (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        employee_id uuid not null,
        kind text not null check (kind in ('follow_up', 'return', 'employer_demand', 'mid_career', 'post_exposure', 'liaison')),
        reason text check (length(reason) <= 2000),
        wish_from date,
        note text check (length(note) <= 500),
        state text not null default 'sent' check (state in ('sent', 'taken', 'planned', 'held', 'refused', 'cancelled')),
        legal_deadline date,
        requested_by uuid references users,
        requested_at timestamptz not null default now(),
        taken_by uuid references staff_users,
        taken_at timestamptz,
        refused_by uuid references staff_users,
        refused_at timestamptz,
        refusal_reason text check (length(refusal_reason) <= 500),
        closed_at timestamptz,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        foreign key (employee_id, member_id) references employees (id, member_id),
        unique (id, member_id),
        check (kind <> 'employer_demand' or reason is not null),
        check ((state = 'refused') = (refused_at is not null)),
        check ((state in ('held', 'refused', 'cancelled')) = (closed_at is not null))
      );
      create unique index visit_requests_one_open on visit_requests (employee_id, kind) where state in ('sent', 'taken', 'planned');
      create index visit_requests_of_a_member on visit_requests (member_id, requested_at desc);
      create index visit_requests_queue on visit_requests (legal_deadline, requested_at) where state in ('sent', 'taken');

      create table escalations (
        id uuid primary key default uuidv7(),
        visit_request_id uuid not null references visit_requests,
        kind text not null check (kind in ('not_taken', 'deadline_near', 'deadline_passed')),
        raised_at timestamptz not null default now(),
        unique (visit_request_id, kind)
      );

      create table visits (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        employee_id uuid not null,
        visit_request_id uuid references visit_requests,
        slot_id uuid not null,
        practitioner_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        kind text not null check (kind in ${KINDS}),
        state text not null default 'convoked' check (state in ('convoked', 'held', 'excused', 'unexcused', 'cancelled', 'substituted')),
        visible_to_member boolean not null default true,
        convoked_at timestamptz not null default now(),
        convoked_by uuid references staff_users,
        window_closed_at timestamptz,
        outcome_asked_at timestamptz,
        outcome_at timestamptz,
        outcome_by uuid references staff_users,
        sequence integer not null default 0,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        foreign key (employee_id, member_id) references employees (id, member_id),
        foreign key (slot_id, practitioner_id, starts_at, ends_at) references slots (id, practitioner_id, starts_at, ends_at),
        unique (id, member_id),
        check ((state in ('held', 'excused', 'unexcused')) = (outcome_at is not null)),
        constraint one_visit_per_practitioner exclude using gist (practitioner_id with =, tstzrange(starts_at, ends_at) with &&)
          where (state not in ('cancelled', 'substituted')),
        constraint one_visit_per_employee exclude using gist (employee_id with =, tstzrange(starts_at, ends_at) with &&)
          where (state not in ('cancelled', 'substituted'))
      );
      create index visits_of_a_member on visits (member_id, starts_at desc);
      create index visits_of_an_employee on visits (employee_id, starts_at desc);
      create index visits_of_a_request on visits (visit_request_id);
      create index visits_without_outcome on visits (starts_at) where state = 'convoked';
      alter table slots add foreign key (visit_id) references visits deferrable initially deferred;

      create table acknowledgements (
        id uuid primary key default uuidv7(),
        visit_id uuid not null,
        member_id uuid not null,
        sequence integer not null default 0,
        user_id uuid not null references users,
        at timestamptz not null default now(),
        unique (visit_id, sequence),
        foreign key (visit_id, member_id) references visits (id, member_id)
      );

      create table cancellations (
        id uuid primary key default uuidv7(),
        visit_id uuid not null,
        member_id uuid not null,
        asked_by_user uuid references users,
        asked_by_staff uuid references staff_users,
        reason text not null check (length(reason) <= 500),
        decision text not null check (decision in ('accepted', 'refused')),
        limit_at timestamptz not null,
        at timestamptz not null default now(),
        foreign key (visit_id, member_id) references visits (id, member_id),
        check (num_nonnulls(asked_by_user, asked_by_staff) = 1)
      );
      create unique index cancellations_accepted_once on cancellations (visit_id) where decision = 'accepted';
      create index cancellations_of_a_visit on cancellations (visit_id, at desc);

      create table substitutions (
        id uuid primary key default uuidv7(),
        visit_id uuid not null unique,
        new_visit_id uuid not null unique,
        member_id uuid not null,
        asked_by_user uuid references users,
        at timestamptz not null default now(),
        foreign key (visit_id, member_id) references visits (id, member_id),
        foreign key (new_visit_id, member_id) references visits (id, member_id)
      );

      do $$ declare t text; begin
        foreach t in array array['visit_requests', 'acknowledgements', 'cancellations', 'substitutions'] loop
          execute format('alter table %I enable row level security', t);
          execute format('create policy portal on %I to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()))', t);
          execute format('create policy staff on %I to ostra_staff using (true) with check (true)', t);
        end loop;
      end $$;
      alter table visits enable row level security;
      create policy portal on visits to ostra_portal
        using (member_id = any (app_member_ids()) and visible_to_member) with check (member_id = any (app_member_ids()) and visible_to_member);
      create policy staff on visits to ostra_staff using (true) with check (true);
      alter table slots enable row level security;
      create policy portal_reads on slots for select to ostra_portal using (true);
      create policy portal_books on slots for update to ostra_portal
        using (visit_id in (select id from visits)) with check (visit_id is null or visit_id in (select id from visits));
      create policy staff on slots to ostra_staff using (true) with check (true);
      alter table escalations enable row level security;
      create policy staff on escalations to ostra_staff using (true) with check (true);

      grant select, insert, update on visit_requests, visits to ostra_portal, ostra_staff;
      grant select, insert on acknowledgements, cancellations, substitutions to ostra_portal, ostra_staff;
      grant select, insert on escalations to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop policy portal_books on slots;
      alter table slots drop constraint slots_visit_id_fkey;
      drop table substitutions, cancellations, acknowledgements, visits, escalations, visit_requests;
    `)
  }
}
