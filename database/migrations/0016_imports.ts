import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * An import is what one file says of one member: the file is not kept, its people are until the import is applied, dropped or
 * forgotten. Nothing of a person is written here that the file's columns or the whitelist of the DSN do not name.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      create table imports (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        user_id uuid not null references users,
        -- The parts of one file, one for each member that it speaks of.
        batch_id uuid not null,
        format text not null check (format in ('csv', 'xlsx', 'dsn')),
        state text not null check (state in ('mapping', 'comparing', 'ready', 'applying', 'applied', 'dropped', 'expired')),
        people integer not null check (people >= 0),
        compared integer not null default 0,
        applied integer not null default 0,
        refused integer not null default 0,
        header text[],
        ignored_columns text[] not null default '{}',
        -- SIRETs of the file that are none of the user's, with how many people: nothing of these is kept.
        foreign_sirets jsonb not null default '[]',
        counts jsonb not null default '{}',
        created_at timestamptz not null,
        ready_at timestamptz,
        decided_at timestamptz,
        closed_at timestamptz,
        expires_at timestamptz not null,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        unique (id, member_id),
        check ((state = 'mapping') <= (header is not null)),
        check ((closed_at is not null) = (state in ('applied', 'dropped', 'expired')))
      );
      create index imports_of_a_member on imports (member_id, created_at desc);
      create index imports_of_a_file on imports (batch_id);
      create index imports_followed on imports (id) where workflow_ended_at is null;

      create table import_lines (
        id uuid primary key default uuidv7(),
        import_id uuid not null,
        member_id uuid not null,
        line integer not null check (line > 0),
        -- Who it is, folded: two lines with the same are one person.
        identity_key text,
        facts jsonb not null default '{}',
        anomalies jsonb not null default '[]',
        -- The cells of a line whose columns wait to be recognised.
        sealed_cells text,
        sealed_national_id text,
        compared boolean not null default false,
        applied_at timestamptz,
        refusal jsonb,
        unique (import_id, line),
        foreign key (import_id, member_id) references imports (id, member_id)
      );
      create index import_lines_to_compare on import_lines (import_id, line) where not compared;
      create index import_lines_to_apply on import_lines (import_id, line) where applied_at is null;
      create index import_lines_identity on import_lines (import_id, identity_key) where identity_key is not null;
      create index import_lines_of_a_member on import_lines (member_id);

      create table import_items (
        id uuid primary key default uuidv7(),
        import_id uuid not null,
        member_id uuid not null,
        line integer not null,
        section text not null check (section in ('entry', 'departure', 'change', 'anomaly', 'duplicate')),
        -- What it is within its line: 'hire', 'change_post', 'stoppage:2026-10-01'.
        key text not null,
        details jsonb not null,
        -- Null for what nobody can accept: the line is left out.
        accepted boolean,
        unique (import_id, line, key),
        foreign key (import_id, member_id) references imports (id, member_id),
        foreign key (import_id, line) references import_lines (import_id, line)
      );
      create index import_items_of_a_section on import_items (import_id, section, line, key);
      create index import_items_of_a_member on import_items (member_id);

      -- What a member's columns were taken for, by their folded names.
      create table import_columns (
        id uuid primary key default uuidv7(),
        member_id uuid not null unique references members,
        columns jsonb not null,
        chosen_by uuid not null references users,
        chosen_at timestamptz not null
      );

      -- A file speaks of the whole workforce: who is limited to some sites sees none of it.
      do $$ declare t text; begin
        foreach t in array array['imports', 'import_lines', 'import_items', 'import_columns'] loop
          execute format('alter table %I enable row level security', t);
          execute format('create policy portal on %I to ostra_portal
            using (member_id = any (app_member_ids()) and member_id <> all (app_limited_member_ids()))
            with check (member_id = any (app_member_ids()) and member_id <> all (app_limited_member_ids()))', t);
          execute format('create policy staff on %I to ostra_staff using (true) with check (true)', t);
        end loop;
      end $$;
      grant select, insert, update (state, ignored_columns, foreign_sirets, people, decided_at, closed_at) on imports to ostra_portal;
      grant select (id, import_id, member_id, line, identity_key, facts, anomalies, sealed_cells, compared, applied_at, refusal), insert, delete,
        update (identity_key, facts, anomalies, sealed_cells, sealed_national_id) on import_lines to ostra_portal;
      grant select, update (accepted), delete on import_items to ostra_portal;
      grant select, insert, update (columns, chosen_by, chosen_at) on import_columns to ostra_portal;
      grant select, insert, update, delete on imports, import_lines, import_items, import_columns to ostra_staff;

      -- A file writes a name its own way.
      create index employees_named on employees (member_id, fold(first_name || ' ' || family_name));
    `)
  }

  async down() {
    this.schema.raw(`
      drop index employees_named;
      drop table import_columns, import_items, import_lines, imports;
    `)
  }
}
