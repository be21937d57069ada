import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What the law engine finds for each employee, what the health team notes of a visit (never for the employer), and the
 * facts that the engine reads. The portal computes too, after a hiring or a stoppage: it gets the facts without the
 * reasons (DOMAIN 7).
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Computed again from the facts at the next refresh.
      delete from due_visits;
      alter table due_visits
        drop column sum,
        alter column until_on drop not null,
        add column from_on date check (from_on <= until_on),
        add column by_doctor boolean not null default false,
        -- The chain that leads to the date, without what the employer must not know.
        add column because text[] not null default '{}';

      create table follow_ups (
        id uuid primary key default uuidv7(),
        employee_id uuid not null unique,
        member_id uuid not null,
        duties jsonb not null default '[]',
        warnings jsonb not null default '[]',
        computed_on date not null,
        foreign key (employee_id, member_id) references employees (id, member_id)
      );
      create index follow_ups_of_a_member on follow_ups (member_id);
      create index follow_ups_to_compute on follow_ups (computed_on);
      alter table follow_ups enable row level security;
      create policy portal on follow_ups to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on follow_ups to ostra_staff using (true) with check (true);
      select limit_to_sites('follow_ups'::regclass);
      grant select, insert, update on follow_ups to ostra_portal, ostra_staff;

      -- The earlier date that a doctor set, and what a pre-return visit found.
      create table visit_findings (
        id uuid primary key default uuidv7(),
        visit_id uuid not null unique,
        member_id uuid not null,
        next_by date,
        no_measure_needed boolean,
        noted_by uuid not null references staff_users,
        noted_at timestamptz not null,
        foreign key (visit_id, member_id) references visits (id, member_id)
      );

      -- A first visit that the health team waives for one held before the hiring (R4624-15, R4624-27).
      create table visit_waivers (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        kind text not null check (kind in ('information', 'fitness')),
        held_on date not null,
        hired_on date not null check (held_on < hired_on),
        granted_by uuid not null references staff_users,
        granted_at timestamptz not null,
        unique (employee_id, kind, hired_on),
        foreign key (employee_id, member_id) references employees (id, member_id)
      );

      do $$ declare t text; begin
        foreach t in array array['visit_findings', 'visit_waivers'] loop
          execute format('alter table %I enable row level security', t);
          execute format('create policy staff on %I to ostra_staff using (true) with check (true)', t);
        end loop;
      end $$;
      grant select, insert, update on visit_findings to ostra_staff;
      grant select, insert on visit_waivers to ostra_staff;

      create function gather_follow_up_facts(ids uuid[], today date, masked boolean) returns table (employee_id uuid, member_id uuid, facts jsonb)
        language sql stable set search_path = public as $$
          select employees.id, employees.member_id, jsonb_build_object(
            'today', today,
            'birthDate', birth_date,
            'contract', jsonb_build_object(
              'start', hired_on,
              'nature', contract_nature,
              'end', coalesce(left_on, case when contract_end_on >= today then contract_end_on end),
              'endReason', departure_reason),
            'posts', coalesce((
              select jsonb_agg(jsonb_build_object('from', from_on, 'to', to_on, 'risks', risks, 'night', night))
              from posts where posts.employee_id = employees.id and (to_on is null or to_on >= hired_on)),
              -- Of whom no post is known: the simple case, from the hiring.
              jsonb_build_array(jsonb_build_object('from', hired_on, 'to', null, 'risks', '[]'::jsonb, 'night', false))),
            'situations', coalesce((
              select jsonb_agg(jsonb_build_object('code', case when masked then 'undisclosed' else code end, 'from', from_on, 'to', to_on))
              from situations where situations.employee_id = employees.id
                and (not masked or code in ('disability', 'invalidity_pension'))), '[]'),
            'stoppages', coalesce((
              select jsonb_agg(jsonb_build_object('origin', origin, 'firstDay', first_day, 'lastDay', last_day,
                'prescribedOn', coalesce(prescribed_on, least(first_day, today)), 'returnOn', return_on, 'returnVisitAsked', return_visit_asked))
              from stoppages where stoppages.employee_id = employees.id and withdrawn_at is null and last_day >= hired_on), '[]'),
            'visits', coalesce((
              select jsonb_agg(jsonb_build_object('heldOn', held.on_day, 'kind', visits.kind, 'by', practitioners.kind,
                'nextBy', visit_findings.next_by, 'noMeasureNeeded', visit_findings.no_measure_needed))
              from visits
              cross join lateral (select (visits.starts_at at time zone 'Europe/Paris')::date as on_day) as held
              join practitioners on practitioners.id = visits.practitioner_id
              left join visit_findings on visit_findings.visit_id = visits.id
              where visits.employee_id = employees.id and visits.state = 'held' and held.on_day <= today and visits.kind <> 'liaison'
                -- What a nurse was asked in confidence moves no date.
                and (not masked or visits.visible_to_member or practitioners.kind = 'doctor')), '[]'),
            'waived', coalesce((
              select jsonb_agg(jsonb_build_object('heldOn', held_on, 'kind', case kind when 'fitness' then 'fitness_hiring' else 'initial_information' end,
                'by', 'doctor', 'nextBy', null, 'noMeasureNeeded', null))
              from visit_waivers where visit_waivers.employee_id = employees.id and visit_waivers.hired_on = employees.hired_on), '[]'))
          from employees where employees.id = any (ids)
        $$;

      create function follow_up_facts(ids uuid[], today date) returns table (employee_id uuid, member_id uuid, facts jsonb)
        language sql stable security definer set search_path = public as $$
          select * from gather_follow_up_facts(ids, today, false)
        $$;

      -- For the portal: its own employees, and of each situation only that it adapts the follow-up.
      create function masked_follow_up_facts(ids uuid[], today date) returns table (employee_id uuid, member_id uuid, facts jsonb)
        language sql stable security definer set search_path = public as $$
          select gathered.* from gather_follow_up_facts(array(
            select employees.id from employees
            where employees.id = any (ids) and employees.member_id = any (app_member_ids())
              and (employees.member_id <> all (app_limited_member_ids()) or employees.site_id = any (app_site_ids()))), today, true) as gathered
        $$;
      revoke all on function gather_follow_up_facts(uuid[], date, boolean), follow_up_facts(uuid[], date), masked_follow_up_facts(uuid[], date) from public;
      grant execute on function follow_up_facts(uuid[], date) to ostra_staff;
      grant execute on function masked_follow_up_facts(uuid[], date) to ostra_portal;
    `)
  }

  async down() {
    this.schema.raw(`
      drop function masked_follow_up_facts(uuid[], date), follow_up_facts(uuid[], date), gather_follow_up_facts(uuid[], date, boolean);
      drop table visit_waivers, visit_findings, follow_ups;
      delete from due_visits;
      alter table due_visits drop column because, drop column by_doctor, drop column from_on, alter column until_on set not null,
        add column sum jsonb not null default '[]';
    `)
  }
}
