import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import { type Db, newId, type Trx } from '@warta/database';
import { DomainError, invalid } from '@warta/problems';
import type { Site } from '@warta/sites';
import { ALERTS, type AlertContent } from './alert-content.ts';
import type { AlertInput, CancellationInput } from './alert-input.ts';
import { judgeArea, othersIn } from './area.ts';
import type { Also } from './change-template.ts';
import { type Composed, composeContent } from './compose-content.ts';
import { type Alert, findAlert } from './find-alerts.ts';
import { type LockedAlert, lockAlert, refuseOver } from './lock-alert.ts';

interface DraftOptions {
  /** The site on whose behalf it is written: it speaks for itself and the countries it serves. None: the ministry. */
  site?: Site | undefined;
  /** Runs in the same transaction, before the change is announced. */
  also?: Also<Alert> | undefined;
}

/**
 * Writes down an alert. Readers see nothing of it until it is released. One for practice can never stand anywhere but
 * on the practice site.
 * @throws {DomainError} `invalid` for a template that may not be used, or an area that is unknown, that no mission
 * serves, or that the site does not speak for.
 */
export async function draftAlert(
  db: Db,
  actor: Actor,
  { practice, ...input }: AlertInput & { practice: boolean },
  { site, also }: DraftOptions = {},
): Promise<Alert> {
  const composed = await prepare(db, input, site);
  return db.transaction().execute(async (trx) => {
    const id = newId();
    await trx.insertInto('alert').values({ id, practice, version: 1, draft: 1, state: 'draft' }).execute();
    await writeVersion(trx, actor, { alert: id, version: 1, kind: 'alert', site, ...composed });
    return finish(trx, actor, id, { action: 'alert.draft', site, also });
  });
}

/**
 * Writes an alert anew: its draft, or an update of what stands, which is a draft itself until it is released.
 * @throws {DomainError} `not-found`, also for a site that does not speak for what the alert says so far;
 * `stale-version`; `conflict` when it is over; as `draftAlert`.
 */
export async function changeAlert(
  db: Db,
  actor: Actor,
  id: string,
  expected: number,
  input: AlertInput,
  { site, also }: DraftOptions = {},
): Promise<Alert> {
  const composed = await prepare(db, input, site);
  return change(db, actor, { id, expected, site, action: 'alert.change', also }, (alert) => ({
    kind: alert.standing === null ? 'alert' : 'update',
    ...composed,
  }));
}

/**
 * Writes the end of an alert that stands; it ends when that is released.
 * @throws {DomainError} `conflict` when it does not stand; as `changeAlert`.
 */
export async function draftCancellation(
  db: Db,
  actor: Actor,
  id: string,
  expected: number,
  { texts }: CancellationInput,
  { site, also }: DraftOptions = {},
): Promise<Alert> {
  return change(
    db,
    actor,
    { id, expected, site, action: 'alert.draft-cancellation', also },
    (alert, said) => {
      if (alert.state !== 'standing' || !said.standing) {
        throw new DomainError('conflict', 'Only an alert that stands can be cancelled; discard the draft.');
      }
      const { template, content } = said.standing;
      const told = texts?.map((text) => ({ ...text, instruction: text.instruction ?? '' }));
      return { kind: 'cancel', template, content: { ...content, texts: told ?? content.texts } };
    },
  );
}

/** Drops what waits for its release: the whole alert where nothing of it stands yet. Throws as `changeAlert`. */
export async function discardDraft(
  db: Db,
  actor: Actor,
  id: string,
  expected: number,
  { site, also }: DraftOptions = {},
): Promise<Alert> {
  return db.transaction().execute(async (trx) => {
    const alert = await lockAlert(trx, id, expected);
    await refuseOthers(trx, id, site);
    if (alert.draft === null) throw new DomainError('conflict', 'There is no draft of this alert.');
    await trx
      .updateTable('alert')
      .set({ draft: null, ...(alert.standing === null && { state: 'discarded' as const }) })
      .where('id', '=', id)
      .execute();
    return finish(trx, actor, id, { action: 'alert.discard', site, also });
  });
}

async function prepare(db: Db, input: AlertInput, site: Site | undefined): Promise<Composed> {
  const composed = await composeContent(db, input);
  const others = site ? othersIn(input.area, site) : [];
  if (others.length > 0) throw invalid(...others);
  await judgeArea(db, input.area);
  return composed;
}

interface Change extends DraftOptions {
  id: string;
  expected: number;
  action: string;
}

type Next = { kind: 'alert' | 'update' | 'cancel'; template: string; content: AlertContent };

async function change(
  db: Db,
  actor: Actor,
  { id, expected, site, action, also }: Change,
  next: (alert: LockedAlert, said: Alert) => Next,
): Promise<Alert> {
  return db.transaction().execute(async (trx) => {
    const alert = await lockAlert(trx, id, expected);
    const said = await refuseOthers(trx, id, site);
    refuseOver(alert);
    const version = alert.version + 1;
    await trx.updateTable('alert').set({ version, draft: version }).where('id', '=', id).execute();
    await writeVersion(trx, actor, { alert: id, version, site, ...next(alert, said) });
    return finish(trx, actor, id, { action, site, also });
  });
}

/** A site has nothing to say about alerts that are for others as well. */
async function refuseOthers(trx: Trx, id: string, site: Site | undefined): Promise<Alert> {
  const said = await findAlert(trx, id);
  const areas = [said?.standing, said?.draft].flatMap((version) => version?.content.area ?? []);
  if (!said || (site && areas.some((area) => othersIn(area, site).length > 0)))
    throw new DomainError('not-found', 'There is no such alert.');
  return said;
}

type Written = Next & { alert: string; version: number; site: Site | undefined };

async function writeVersion(
  trx: Trx,
  actor: Actor,
  { alert, version, kind, template, content, site }: Written,
): Promise<void> {
  await trx
    .insertInto('alert_version')
    .values({
      ...{ alert, version, kind, template, content: JSON.stringify(content) },
      ...{ site: site?.id ?? null, created_by: actor.name, person: actor.person ?? null },
    })
    .execute();
}

async function finish(
  trx: Trx,
  actor: Actor,
  id: string,
  { action, site, also }: DraftOptions & { action: string },
): Promise<Alert> {
  const alert = await findAlert(trx, id);
  if (!alert) throw new Error(`alert ${id} was not written`);
  await recordAudit(trx, actor, {
    action,
    subject: `alert:${id}`,
    ...(site && { site: site.id }),
    after: { version: alert.version, state: alert.state, ...alert.draft },
  });
  await also?.(trx, alert);
  await announceChange(trx, [ALERTS]);
  return alert;
}
