import { type Kysely, sql } from 'kysely';

/** What missions offer to the ministry; one offer of a post stands at a time. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create table offer (
      id uuid primary key,
      post uuid not null references post,
      note text not null,
      state text not null default 'open' check (state in ('open', 'taken', 'declined', 'withdrawn')),
      answer text,
      person uuid,
      created_by text not null,
      created_at timestamptz not null default now(),
      answered_at timestamptz
    );
    create unique index offer_open on offer (post) where state = 'open';
    create index offer_age on offer (created_at desc);
    drop index if exists post_details;
  `.execute(db);
}
