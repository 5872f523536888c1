import { type Kysely, sql } from 'kysely';

/**
 * Lists of what is to come ask for events by their end and opportunities by their deadline, which stand in the
 * details as they were given. A moment with an offset means the same on every connection, so it can be indexed.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function moment_of(value text) returns timestamptz language plpgsql immutable parallel safe as $$
    begin
      return value::timestamptz;
    exception when others then
      return null;
    end $$;
    create index post_event on post (moment_of(coalesce(details ->> 'end', details ->> 'start')))
      where kind = 'event' and state = 'live';
  `.execute(db);
}
