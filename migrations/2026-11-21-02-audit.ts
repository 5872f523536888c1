import { type Kysely, sql } from 'kysely';

/** The log is append-only for everyone, the service included; the database itself refuses the rest. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only: % refused', tg_table_name, lower(tg_op) using errcode = 'WA001';
    end $$;

    create table audit (
      id uuid primary key,
      at timestamptz not null default clock_timestamp(),
      actor text not null,
      source text not null,
      action text not null,
      subject text not null,
      site uuid,
      before jsonb,
      after jsonb
    );
    create index audit_at on audit (at desc, id desc);
    create index audit_subject on audit (subject, at desc);
    create trigger audit_is_append_only before update or delete on audit
      for each row execute function refuse_change();
    create trigger audit_is_never_emptied before truncate on audit
      for each statement execute function refuse_change();

    create table idempotency_key (
      actor text not null,
      method text not null,
      path text not null,
      key text not null,
      body_hash text not null,
      status integer,
      response jsonb,
      headers jsonb,
      created_at timestamptz not null default now(),
      primary key (actor, method, path, key)
    );
    create index idempotency_key_age on idempotency_key (created_at);

    create table token (
      id uuid primary key,
      name text not null,
      role text not null,
      hash text not null unique,
      created_at timestamptz not null default now(),
      expires_at timestamptz,
      revoked_at timestamptz
    );
  `.execute(db);
}
