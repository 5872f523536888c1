import type { Db } from '@warta/database';
import { sql } from 'kysely';
import type { AlertKind } from './alert-content.ts';
import type { TemplateInput } from './alert-input.ts';
import { nameOf } from './name-of.ts';

/** A template: what may be used, and what waits for somebody else's approval. */
export interface AlertTemplate {
  code: string;
  kind: AlertKind;
  /** The latest version that was written. */
  version: number;
  /** The version that may be used; null while none was approved. */
  approved: number | null;
  content: TemplateInput | null;
  /** The latest words, where they are not approved yet. */
  waiting: { content: TemplateInput; by: string; byName: string; person: string | null; at: string } | null;
}

/** All templates, hazards first. */
export async function listTemplates(db: Db): Promise<AlertTemplate[]> {
  return select(db).orderBy('t.kind').orderBy('t.code').execute();
}

/** One template. */
export async function findTemplate(db: Db, code: string): Promise<AlertTemplate | undefined> {
  return select(db).where('t.code', '=', code).executeTakeFirst();
}

function select(db: Db) {
  return db
    .selectFrom('alert_template as t')
    .innerJoin('alert_template_version as l', (join) =>
      join.onRef('l.template', '=', 't.code').onRef('l.version', '=', 't.version'),
    )
    .leftJoin('alert_template_version as a', (join) =>
      join.onRef('a.template', '=', 't.code').onRef('a.version', '=', 't.approved'),
    )
    .select(['t.code', 't.kind', 't.version', 't.approved'])
    .select((eb) => eb.ref('a.content').$castTo<TemplateInput | null>().as('content'))
    .select(
      sql<AlertTemplate['waiting']>`case when t.approved is distinct from t.version then
        json_build_object('content', l.content, 'by', l.created_by, 'byName', ${nameOf('l.person', 'l.created_by')},
        'person', l.person, 'at', l.created_at)
        end`.as('waiting'),
    );
}
