import { BaseSchema } from '@adonisjs/lucid/schema'

/**
 * What a member keeps up to date itself, with who changed what and when; and the change of its SIREN or SIRET, which
 * OSTRA accepts on proof. A refused or pending change leaves the member's numbers as they are.
 */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      alter table members add column naf_nomenclature text not null default 'rev2' check (naf_nomenclature in ('rev2', '2025'));
      create policy portal_edits on members for update to ostra_portal using (id = any (app_member_ids())) with check (id = any (app_member_ids()));
      grant update (address_line, postal_code, city, naf_code, naf_nomenclature) on members to ostra_portal;

      grant insert, update (role, name, email, phone), delete on contacts to ostra_portal;
      grant delete on contacts to ostra_staff;

      alter table sites
        add column address_line text,
        add column postal_code text check (postal_code ~ '^[0-9]{5}$'),
        add column city text,
        add column siret text check (siret ~ '^[0-9]{14}$'),
        add column closed_at timestamptz,
        add check (num_nonnulls(address_line, postal_code, city) in (0, 3)),
        add constraint sites_one_siret unique (member_id, siret);
      grant insert, update (name, address_line, postal_code, city, siret, closed_at) on sites to ostra_portal;

      create table company_changes (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        subject text not null check (subject in ('company', 'contact', 'site')),
        subject_id uuid not null,
        before jsonb,
        after jsonb,
        changed_by uuid references users,
        changed_by_staff uuid references staff_users,
        at timestamptz not null,
        check (num_nonnulls(before, after) > 0),
        check (num_nonnulls(changed_by, changed_by_staff) = 1)
      );
      create index company_changes_of_a_member on company_changes (member_id, at desc, id desc);
      alter table company_changes enable row level security;
      create policy portal on company_changes to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on company_changes to ostra_staff using (true) with check (true);
      grant select, insert on company_changes to ostra_portal, ostra_staff;

      -- The name of whoever has or had an access to a member in scope: the portal sees no user but its own.
      create function name_of_member_user(wanted uuid, of_member uuid) returns text
        language sql stable security definer set search_path = public as $$
          select full_name from users
          where id = wanted and of_member = any (app_member_ids())
            and exists (select from accesses where accesses.user_id = users.id and accesses.member_id = of_member)
        $$;
      revoke execute on function name_of_member_user from public;
      grant execute on function name_of_member_user to ostra_portal;

      create table siren_changes (
        id uuid primary key default uuidv7(),
        member_id uuid not null references members,
        former_siret text not null check (former_siret ~ '^[0-9]{14}$'),
        former_name text not null,
        new_siret text not null check (new_siret ~ '^[0-9]{14}$' and new_siret <> former_siret),
        new_name text not null,
        reason text not null check (reason in ('merger', 'transfer', 'error')),
        effective_on date not null,
        note text check (length(note) <= 1000),
        proof_key text not null unique,
        proof_type text not null check (proof_type in ('application/pdf', 'image/jpeg', 'image/png')),
        proof_bytes integer not null check (proof_bytes > 0),
        proof_sha256 text not null check (proof_sha256 ~ '^[0-9a-f]{64}$'),
        state text not null default 'received' check (state in ('received', 'in_review', 'accepted', 'refused')),
        requested_by uuid not null references users,
        requested_at timestamptz not null,
        taken_by uuid references staff_users,
        taken_at timestamptz,
        decided_by uuid references staff_users,
        decided_at timestamptz,
        refusal_reason text check (length(refusal_reason) <= 1000),
        applied_at timestamptz,
        reminders integer not null default 0,
        workflow_started_at timestamptz,
        workflow_ended_at timestamptz,
        check (num_nonnulls(taken_by, taken_at) in (0, 2)),
        check (num_nonnulls(decided_by, decided_at) in (0, 2)),
        check ((state in ('accepted', 'refused')) = (decided_at is not null)),
        check ((state = 'refused') = (refusal_reason is not null)),
        check (applied_at is null or state = 'accepted')
      );
      create unique index siren_changes_one_open_per_member on siren_changes (member_id)
        where state in ('received', 'in_review') or (state = 'accepted' and applied_at is null);
      create index siren_changes_of_a_member on siren_changes (member_id, requested_at desc);
      create index siren_changes_to_decide on siren_changes (requested_at) where state in ('received', 'in_review');
      create index siren_changes_to_follow on siren_changes (id) where workflow_ended_at is null;
      alter table siren_changes enable row level security;
      create policy portal on siren_changes to ostra_portal using (member_id = any (app_member_ids())) with check (member_id = any (app_member_ids()));
      create policy staff on siren_changes to ostra_staff using (true) with check (true);
      grant select on siren_changes to ostra_portal;
      grant insert (id, member_id, former_siret, former_name, new_siret, new_name, reason, effective_on, note,
        proof_key, proof_type, proof_bytes, proof_sha256, requested_by, requested_at) on siren_changes to ostra_portal;
      grant select, update on siren_changes to ostra_staff;
    `)
  }

  async down() {
    this.schema.raw(`
      drop table siren_changes, company_changes;
      drop function name_of_member_user;
      alter table sites drop column address_line, drop column postal_code, drop column city, drop column siret, drop column closed_at;
      revoke insert, update (name) on sites from ostra_portal;
      revoke insert, update (role, name, email, phone), delete on contacts from ostra_portal;
      revoke delete on contacts from ostra_staff;
      revoke update (address_line, postal_code, city, naf_code) on members from ostra_portal;
      drop policy portal_edits on members;
      alter table members drop column naf_nomenclature;
    `)
  }
}
