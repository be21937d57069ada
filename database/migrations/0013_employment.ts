import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * Contracts, posts, stoppages and what is known of a person beyond the identity. A post or a stoppage is judged by its own
 * days: `from_on`, `to_on`, `first_day` and `last_day` are included. Nothing is deleted: what was wrong is withdrawn.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table employees
        add column contract_nature text not null default 'permanent'
          check (contract_nature in ('permanent', 'fixed_term', 'apprenticeship', 'temporary_agency', 'seasonal')),
        -- The end that was agreed at the hiring; the real one is left_on.
        add column contract_end_on date check (contract_end_on >= hired_on),
        add column departure_reason text
          check (departure_reason in ('retirement', 'end_of_contract', 'resignation', 'dismissal', 'other')),
        add column payroll_id text check (length(payroll_id) between 1 and 30),
        -- Practical needs of the visit, never a reason.
        add column needs text[] not null default '{}'
          check (needs <@ array['step_free_access', 'sign_language', 'written_exchange', 'large_print', 'companion', 'interpreter']),
        add column interpreter_language text check (length(interpreter_language) between 2 and 3),
        add column archived_at timestamptz,
        add constraint employees_departure check (departure_reason is null or left_on is not null),
        add constraint employees_interpreter check ((interpreter_language is null) or 'interpreter' = any (needs));
      create index employees_born on employees (member_id, birth_date);
      create index employees_of_the_payroll on employees (member_id, payroll_id) where payroll_id is not null;
      create index employees_to_archive on employees (left_on) where left_on is not null and archived_at is null;
      grant insert (id, member_id, site_id, family_name, first_name, birth_date, email, phone, job_title, category, hired_on, left_on,
          contract_nature, contract_end_on, departure_reason, payroll_id, needs, interpreter_language),
        update (site_id, family_name, first_name, birth_date, email, phone, job_title, category, hired_on, left_on,
          contract_nature, contract_end_on, departure_reason, payroll_id, needs, interpreter_language) on employees to ostra_portal;

      -- Archived: no page, list, search or file of the portal knows them any more.
      create policy portal_archived on employees as restrictive for select to ostra_portal using (archived_at is null);

      create table posts (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        from_on date not null,
        to_on date check (to_on >= from_on),
        job_title text not null check (length(job_title) between 1 and 120),
        pcs_code text check (pcs_code ~ '^[0-9]{3}[a-z]$'),
        risks text[] not null default '{}' check (risks <@ array['asbestos', 'lead', 'cmr', 'biological_group_2', 'biological_group_3_4',
          'ionising_a', 'ionising_b', 'hyperbaric', 'scaffold_assembly', 'handling_over_55kg', 'regulated_work_minor',
          'electromagnetic_over_limit', 'employer_listed', 'driving_authorisation', 'electrical_authorisation']),
        night boolean not null default false,
        -- R4624-23, III: the employer says in writing why the post is listed.
        listed_reason text check (length(listed_reason) between 1 and 500),
        declared_by uuid references users,
        declared_at timestamptz not null default now(),
        foreign key (employee_id, member_id) references employees (id, member_id),
        check (('employer_listed' = any (risks)) = (listed_reason is not null)),
        constraint one_post_at_a_time exclude using gist (employee_id with =, daterange(from_on, to_on, '[]') with &&)
      );
      create index posts_of_an_employee on posts (employee_id, from_on);
      create index posts_of_a_member on posts (member_id);

      create table stoppages (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        origin text not null check (origin in ('illness', 'non_work_accident', 'work_accident', 'commuting_accident',
          'occupational_disease', 'maternity', 'paternity')),
        first_day date not null,
        last_day date not null check (last_day >= first_day),
        prescribed_on date,
        return_on date check (return_on > first_day),
        return_visit_asked boolean not null default false,
        declared_by uuid references users,
        declared_at timestamptz not null default now(),
        withdrawn_at timestamptz,
        foreign key (employee_id, member_id) references employees (id, member_id),
        constraint one_stoppage_at_a_time exclude using gist (employee_id with =, daterange(first_day, last_day, '[]') with &&)
          where (withdrawn_at is null)
      );
      create index stoppages_of_an_employee on stoppages (employee_id, first_day);
      create index stoppages_of_a_member on stoppages (member_id);

      -- Why a follow-up is adapted, or somebody is sent to the doctor without delay: never for the employer (DOMAIN 7).
      create table situations (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        code text not null check (code in ('disability', 'invalidity_pension', 'pregnant', 'postpartum', 'breastfeeding')),
        from_on date not null,
        to_on date check (to_on >= from_on),
        noted_by uuid references staff_users,
        noted_at timestamptz not null default now(),
        foreign key (employee_id, member_id) references employees (id, member_id),
        constraint one_situation_of_a_kind exclude using gist (employee_id with =, code with =, daterange(from_on, to_on, '[]') with &&)
      );

      -- Apart, so that no query of an employee can bring it along. The portal writes it and cannot read it back.
      create table national_ids (
        id uuid primary key default uuidv7(),
        employee_id uuid not null unique,
        member_id uuid not null,
        sealed text not null,
        given_by uuid references users,
        given_at timestamptz not null default now(),
        foreign key (employee_id, member_id) references employees (id, member_id)
      );

      -- What was there before and after a change, of the fields that changed only.
      create table employment_changes (
        id uuid primary key default uuidv7(),
        employee_id uuid not null,
        member_id uuid not null,
        subject text not null check (subject in ('employee', 'post', 'stoppage')),
        subject_id uuid not null,
        before jsonb,
        after jsonb,
        changed_by uuid references users,
        changed_by_staff uuid references staff_users,
        at timestamptz not null,
        foreign key (employee_id, member_id) references employees (id, member_id),
        check (num_nonnulls(before, after) >= 1),
        check (num_nonnulls(changed_by, changed_by_staff) <= 1)
      );
      create index employment_changes_of_an_employee on employment_changes (employee_id, at desc);
      create index employment_changes_of_a_member on employment_changes (member_id);

      -- What a member wants to be done by itself.
      create table workforce_choices (
        id uuid primary key default uuidv7(),
        member_id uuid not null unique references members,
        request_on_hire boolean not null,
        chosen_by uuid references users,
        chosen_at timestamptz not null
      );

      do $$ declare t text; begin
        foreach t in array array['posts', 'stoppages', 'national_ids', 'employment_changes', 'workforce_choices'] loop
          execute format('alter table %I enable row level security', t);
          execute format('create policy portal on %I to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()))', t);
          execute format('create policy staff on %I to ostra_staff using (true) with check (true)', t);
        end loop;
      end $$;
      select limit_to_sites(name) from unnest(array['posts', 'stoppages', 'national_ids', 'employment_changes']::regclass[]) as name;
      alter table situations enable row level security;
      create policy staff on situations to ostra_staff using (true) with check (true);

      grant select, insert on posts, stoppages to ostra_portal, ostra_staff;
      -- A post that was announced and never began.
      grant delete on posts to ostra_portal, ostra_staff;
      grant update (from_on, to_on, job_title, pcs_code, risks, night, listed_reason) on posts to ostra_portal, ostra_staff;
      grant update (origin, first_day, last_day, prescribed_on, return_on, return_visit_asked, withdrawn_at) on stoppages to ostra_portal, ostra_staff;
      grant select, insert, update on situations to ostra_staff;
      grant select (id, employee_id, member_id, given_by, given_at), insert, update (sealed, given_by, given_at) on national_ids to ostra_portal;
      grant select, insert, update, delete on national_ids to ostra_staff;
      grant select, insert on employment_changes to ostra_portal;
      grant select, insert, delete on employment_changes to ostra_staff;
      grant select, insert, update on workforce_choices to ostra_portal, ostra_staff;

      -- The first due date of each employee, kept beside the name, so that a long list is read in its order from one index.
      alter table employees add column next_due_on date;
      create function keep_next_due() returns trigger language plpgsql security definer set search_path = public as $$ begin
        update employees set next_due_on = due.until_on
        from (select distinct employee_id from changed) as touched
        -- Row by row through the index of the employee: right after a large load the planner knows no better.
        cross join lateral (select min(until_on) as until_on from due_visits where due_visits.employee_id = touched.employee_id) as due
        where employees.id = touched.employee_id and employees.next_due_on is distinct from due.until_on;
        return null;
      end $$;
      create trigger next_due_after_insert after insert on due_visits
        referencing new table as changed for each statement execute function keep_next_due();
      create trigger next_due_after_update after update on due_visits
        referencing new table as changed for each statement execute function keep_next_due();
      create trigger next_due_after_delete after delete on due_visits
        referencing old table as changed for each statement execute function keep_next_due();
      update employees set next_due_on = (select min(until_on) from due_visits where due_visits.employee_id = employees.id);
      create index employees_by_due on employees (member_id, next_due_on, family_name, first_name, id);

      -- Posts that give today's categories back. Why a post was SIR or SIA was not kept.
      insert into posts (employee_id, member_id, from_on, to_on, job_title, risks, night, listed_reason, declared_at)
      select id, member_id, hired_on, left_on, job_title,
        case category when 'SIR' then array['employer_listed'] else '{}' end, category = 'SIA',
        case category when 'SIR' then 'Poste en suivi renforcé avant la déclaration des risques, à préciser' end, created_at
      from employees;
    `)
  }

  async down() {
    this.schema.raw(`
      drop table workforce_choices, employment_changes, national_ids, situations, stoppages, posts;
      drop trigger next_due_after_insert on due_visits;
      drop trigger next_due_after_update on due_visits;
      drop trigger next_due_after_delete on due_visits;
      drop function keep_next_due;
      drop policy portal_archived on employees;
      revoke insert, update on employees from ostra_portal;
      drop index employees_born, employees_of_the_payroll, employees_to_archive;
      alter table employees
        drop constraint employees_departure, drop constraint employees_interpreter,
        drop column contract_nature, drop column contract_end_on, drop column departure_reason, drop column payroll_id,
        drop column needs, drop column interpreter_language, drop column archived_at, drop column next_due_on;
    `)
  }
}
