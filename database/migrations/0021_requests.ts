import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who asks a visit on demand of the employer; what employer and planner write to each other on a request. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- Of a demand of the employer (R4624-34): who asks, and since when the employee is said to know. Older ones say neither.
      alter table visit_requests
        add column asked_by_name text check (length(asked_by_name) between 1 and 100),
        add column employee_informed_at timestamptz,
        add constraint visit_requests_demand check (
          (asked_by_name is null) = (employee_informed_at is null) and (asked_by_name is null or kind = 'employer_demand'));

      create table request_messages (
        id uuid primary key default uuidv7(),
        visit_request_id uuid not null,
        member_id uuid not null,
        author_user_id uuid references users,
        author_staff_id uuid references staff_users,
        text text not null check (length(text) between 1 and 2000),
        -- A form that is sent twice has one.
        form_key uuid not null,
        sent_at timestamptz not null,
        -- Of a message of the employer: since when no planner has to answer it.
        handled_at timestamptz,
        handled_by uuid references staff_users,
        unique (visit_request_id, form_key),
        foreign key (visit_request_id, member_id) references visit_requests (id, member_id),
        check (num_nonnulls(author_user_id, author_staff_id) = 1),
        check ((handled_at is null) = (handled_by is null)),
        check (handled_at is null or author_user_id is not null)
      );
      create index request_messages_of_a_request on request_messages (visit_request_id, sent_at, id);
      create index request_messages_of_a_member on request_messages (member_id);
      create index request_messages_waiting on request_messages (visit_request_id) where author_user_id is not null and handled_at is null;

      -- Until when a user has read the messages of a request.
      create table request_readings (
        id uuid primary key default uuidv7(),
        visit_request_id uuid not null,
        member_id uuid not null,
        user_id uuid not null references users,
        read_at timestamptz not null,
        unique (visit_request_id, user_id),
        foreign key (visit_request_id, member_id) references visit_requests (id, member_id)
      );
      create index request_readings_of_a_member on request_readings (member_id);

      alter table request_messages enable row level security;
      create policy portal_reads on request_messages for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy portal_writes on request_messages for insert to ostra_portal
        with check (member_id = any (app_member_ids()) and author_user_id = app_user_id());
      create policy staff on request_messages to ostra_staff using (true) with check (true);
      grant select, insert on request_messages to ostra_portal;
      grant select, insert, update (handled_at, handled_by) on request_messages to ostra_staff;

      alter table request_readings enable row level security;
      create policy portal_reads on request_readings for select to ostra_portal using (member_id = any (app_member_ids()));
      create policy portal_marks on request_readings for insert to ostra_portal
        with check (member_id = any (app_member_ids()) and user_id = app_user_id());
      create policy portal_moves on request_readings for update to ostra_portal
        using (member_id = any (app_member_ids()) and user_id = app_user_id()) with check (member_id = any (app_member_ids()) and user_id = app_user_id());
      create policy staff on request_readings for select to ostra_staff using (true);
      grant select, insert, update (read_at) on request_readings to ostra_portal;
      grant select on request_readings to ostra_staff;

      select limit_to_sites('request_messages');
      select limit_to_sites('request_readings');
    `)
  }

  async down() {
    this.schema.raw('drop table request_readings, request_messages')
    this.schema.raw('alter table visit_requests drop column asked_by_name, drop column employee_informed_at')
  }
}
