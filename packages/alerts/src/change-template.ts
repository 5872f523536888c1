import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import { ALERTS, type AlertKind } from './alert-content.ts';
import type { TemplateInput } from './alert-input.ts';
import { type AlertTemplate, findTemplate } from './find-templates.ts';

/** Where `also` is to run: in the same transaction, before the change is announced. */
export type Also<Saved> = (trx: Trx, saved: Saved) => Promise<void>;

/**
 * Writes a template anew, or a new one. It may be used once somebody else has approved it; what was approved before
 * goes on being used until then.
 * @throws {DomainError} `stale-version` when `expected` is not its version; 0 stands for one that is new.
 */
export async function changeTemplate(
  db: Db,
  actor: Actor,
  { code, kind, expected }: { code: string; kind: AlertKind; expected: number },
  input: TemplateInput,
  also: Also<AlertTemplate> = async () => {},
): Promise<AlertTemplate> {
  return db.transaction().execute(async (trx) => {
    const before = await lockTemplate(trx, code, expected);
    const version = expected + 1;
    if (before) await trx.updateTable('alert_template').set({ version }).where('code', '=', code).execute();
    else await trx.insertInto('alert_template').values({ code, kind, version, approved: null }).execute();
    await writeVersion(trx, actor, code, version, input);
    return finish(trx, actor, code, { action: 'alert-template.change', before, also });
  });
}

/**
 * Approves the latest words of a template, by somebody who has not written them.
 * @throws {DomainError} `not-found`; `stale-version`; `conflict` for one's own words, for a program, or where they
 * are approved already.
 */
export async function approveTemplate(
  db: Db,
  actor: Actor,
  code: string,
  expected: number,
  also: Also<AlertTemplate> = async () => {},
): Promise<AlertTemplate> {
  return db.transaction().execute(async (trx) => {
    const before = await lockTemplate(trx, code, expected);
    if (!before) throw new DomainError('not-found', `There is no template ${code}.`);
    if (!before.waiting) throw new DomainError('conflict', 'The template is approved already.');
    if (!actor.person)
      throw new DomainError('conflict', 'A template is approved by a person, not a program.');
    if (before.waiting.person === actor.person) {
      throw new DomainError('conflict', 'Somebody else than who wrote the template approves it.');
    }
    await trx
      .updateTable('alert_template')
      .set({ approved: before.version })
      .where('code', '=', code)
      .execute();
    return finish(trx, actor, code, { action: 'alert-template.approve', before, also });
  });
}

/** Adds a version to a template's history. */
export async function writeVersion(
  trx: Trx,
  actor: Actor,
  template: string,
  version: number,
  content: TemplateInput,
): Promise<void> {
  await trx
    .insertInto('alert_template_version')
    .values({
      ...{ template, version, content: JSON.stringify(content) },
      ...{ created_by: actor.name, person: actor.person ?? null },
    })
    .execute();
}

async function lockTemplate(trx: Trx, code: string, expected: number): Promise<AlertTemplate | undefined> {
  await trx.selectFrom('alert_template').select('code').where('code', '=', code).forUpdate().execute();
  const before = await findTemplate(trx, code);
  const version = before?.version ?? 0;
  if (expected === version) return before;
  throw new DomainError('stale-version', `The template has changed: its version is now ${version}.`, [
    { field: 'If-Match', message: `was "${expected}", the version is "${version}"` },
  ]);
}

async function finish(
  trx: Trx,
  actor: Actor,
  code: string,
  { action, before, also }: { action: string; before: AlertTemplate | undefined; also: Also<AlertTemplate> },
): Promise<AlertTemplate> {
  const after = await findTemplate(trx, code);
  if (!after) throw new Error(`template ${code} was not written`);
  const subject = `alert-template:${code}`;
  await recordAudit(trx, actor, { action, subject, ...(before && { before }), after });
  await also(trx, after);
  await announceChange(trx, [ALERTS]);
  return after;
}
