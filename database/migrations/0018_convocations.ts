import { BaseSchema } from '@adonisjs/lucid/schema'

/** What employers do to their convocations by themselves: another date, a feed for their agenda. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      -- A free slot goes to a visit that the user sees, in one update under the slot's lock: of several, the first one has it.
      create policy portal_takes_free on slots for update to ostra_portal
        using (visit_id is null) with check (visit_id in (select id from visits));

      -- A secret address for the agenda of a user, of which only the hash is kept; one at a time for each member.
      create table calendar_feeds (
        id uuid primary key default uuidv7(),
        user_id uuid not null references users,
        member_id uuid not null references members,
        token_hash text not null unique,
        created_at timestamptz not null,
        revoked_at timestamptz
      );
      create unique index calendar_feeds_one_each on calendar_feeds (user_id, member_id) where revoked_at is null;
      alter table calendar_feeds enable row level security;
      create policy portal on calendar_feeds to ostra_portal
        using (member_id = any (app_member_ids()) and user_id = app_user_id()) with check (member_id = any (app_member_ids()) and user_id = app_user_id());
      create policy staff on calendar_feeds to ostra_staff using (true) with check (true);
      grant select (id, user_id, member_id, created_at, revoked_at), insert (user_id, member_id, token_hash, created_at), update (revoked_at)
        on calendar_feeds to ostra_portal;
      grant select, delete on calendar_feeds to ostra_staff;

      -- Whose a feed is, as long as their access to the member opens and lets them read the visits on this day.
      create function find_calendar_feed(hash text, today date) returns table (user_id uuid, member_id uuid)
        language sql stable security definer set search_path = public as $$
          select accesses.user_id, accesses.member_id
          from calendar_feeds
          join accesses on accesses.user_id = calendar_feeds.user_id and accesses.member_id = calendar_feeds.member_id
          where calendar_feeds.token_hash = hash and calendar_feeds.revoked_at is null
            and accesses.revoked_at is null and accesses.suspended_at is null
            and (accesses.ends_on is null or accesses.ends_on >= today)
            and accesses.rights ->> 'visits' in ('read', 'write')
        $$;
      revoke execute on function find_calendar_feed from public;
      grant execute on function find_calendar_feed to ostra_portal;
    `)
  }

  async down() {
    this.schema.raw('drop function find_calendar_feed')
    this.schema.raw('drop table calendar_feeds')
    this.schema.raw('drop policy portal_takes_free on slots')
  }
}
