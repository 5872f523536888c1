import { sql } from 'kysely';
import type { Db } from '../tables.ts';

export interface Column {
  name: string;
  /** Its type as PostgreSQL writes it, such as `timestamp with time zone`. */
  type: string;
  isJson: boolean;
}

export interface Table {
  name: string;
  /** The columns that are stored as they were given; those the database works out itself are left out. */
  columns: Column[];
  references: { constraint: string; to: string }[];
}

/** The tables of this project in the order of their names, without those that the migrator keeps for itself. */
export async function listTables(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, coalesce(${columns}, '[]') as columns, coalesce(${references}, '[]') as references
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
      and not c.relispartition and c.relname not like 'kysely\\_migration%'
    order by c.relname`.execute(db);
  return rows;
}

const columns = sql`(
  select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
    'isJson', a.atttypid in ('json'::regtype, 'jsonb'::regtype)) order by a.attnum)
  from pg_attribute a
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')`;

const references = sql`(
  select json_agg(json_build_object('constraint', f.conname, 'to', r.relname) order by f.conname)
  from pg_constraint f join pg_class r on r.oid = f.confrelid
  where f.conrelid = c.oid and f.contype = 'f')`;
