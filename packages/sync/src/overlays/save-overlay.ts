import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db, Trx } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import { refuseNoChoice, refuseOthersPicture, refuseOverPin } from './choices.ts';
import { lockTarget } from './lock-target.ts';
import { noteOverlayMedia } from './note-overlay-media.ts';
import { contentOf, findOverlay, type Overlay, type OverlayContent } from './overlay.ts';
import type { OverlayInput } from './overlay-input.ts';
import { prepareOverlay } from './prepare-overlay.ts';
import { writeTexts } from './write-texts.ts';

/** What a saved overlay came to; an unchanged one keeps its version. */
export interface SavedOverlay {
  version: number;
}

interface SaveOptions {
  /** The overlay's version that is changed, 0 where there is none yet; any where it is left out. */
  expected?: number | undefined;
  /** For each language by its tag, the overlay's version that it was last changed in, 0 where there was none. */
  textsFrom?: Record<string, number>;
  /** Runs in the same transaction, before the change is announced. */
  also?: (trx: Trx, saved: SavedOverlay) => Promise<void>;
}

/**
 * Saves what a mission decides about a headline and adds to it on its own site; every state is kept. The official
 * text is not touched. The same sent again is not saved again.
 * @throws {DomainError} `not-found` where the headline is not for this site; `conflict` where its obligation leaves
 * no such choice, it is recalled, or the ministry has the language; `stale-version`; `invalid`.
 */
export async function saveOverlay(
  db: Db,
  actor: Actor,
  site: Site,
  headline: string,
  input: OverlayInput,
  { expected, textsFrom, also }: SaveOptions = {},
): Promise<SavedOverlay> {
  const texts = await prepareOverlay(db, site, input);
  return db.transaction().execute(async (trx) => {
    const target = await lockTarget(trx, site.id, headline);
    const before = await findOverlay(trx, site.id, headline);
    refuseStale(before, expected, textsFrom);
    refuseNoChoice(target.obligation, input);
    await refuseOthersPicture(trx, site.id, input.cover);
    await refuseOverPin(trx, input.pinnedUntil);
    await writeChoices(trx, site.id, headline, input);
    await writeTexts(trx, { site: site.id, headline, before, target }, texts);
    const { version, changed } = await keepState(trx, actor, site.id, headline, before);
    await also?.(trx, { version });
    if (changed) await announceChange(trx, [`site:${site.id}`]);
    return { version };
  });
}

/** Keeps the new state of an overlay that was just written, with who made it, and tells the library what it uses. */
export async function keepState(
  trx: Trx,
  actor: Actor,
  site: string,
  headline: string,
  before: Overlay,
): Promise<{ version: number; changed: boolean }> {
  const [was, is] = [contentOf(before), contentOf(await findOverlay(trx, site, headline))];
  if (before.version > 0 && isDeepStrictEqual(was, is)) return { version: before.version, changed: false };
  const version = before.version + 1;
  await trx
    .updateTable('overlay')
    .set({ version })
    .where('site', '=', site)
    .where('headline', '=', headline)
    .execute();
  const by = { person: actor.person ?? null, created_by: actor.name };
  await trx
    .insertInto('overlay_version')
    .values({ site, headline, version, content: JSON.stringify(is), ...by })
    .execute();
  await noteOverlayMedia(trx, site, headline);
  if (was.hidden !== is.hidden || was.taken !== is.taken) await lookAgain(trx, site, headline);
  await recordAudit(trx, actor, {
    action: 'overlay.set',
    subject: `headline:${headline}`,
    site,
    ...(before.version > 0 && { before: forAudit(was) }),
    after: { ...forAudit(is), version },
  });
  return { version, changed: true };
}

/** The log says what was decided, and in which languages something is said; the words are in the states kept. */
function forAudit({ texts, ...choices }: OverlayContent) {
  return { ...choices, languages: texts.map(({ locale }) => locale) };
}

function refuseStale(before: Overlay, expected?: number, textsFrom: Record<string, number> = {}): void {
  const text = Object.entries(textsFrom).find(
    ([locale, from]) => from !== (before.texts.find((each) => each.locale === locale)?.changedIn ?? 0),
  );
  if ((expected === undefined || expected === before.version) && !text) return;
  throw new DomainError('stale-version', `The overlay has changed: its version is now ${before.version}.`, [
    { field: 'If-Match', message: `the version is "${before.version}"` },
  ]);
}

async function writeChoices(trx: Trx, site: string, headline: string, input: OverlayInput): Promise<void> {
  const { texts: _, pinnedUntil, ...choices } = input;
  const values = { ...choices, ...(pinnedUntil !== undefined && { pinned_until: pinnedUntil }) };
  if (Object.keys(values).length === 0) return;
  await trx
    .updateTable('overlay')
    .set(values)
    .where('site', '=', site)
    .where('headline', '=', headline)
    .execute();
}

/** Whether it must show there has changed, so that each node is to look anew. */
async function lookAgain(trx: Trx, site: string, headline: string): Promise<void> {
  await trx
    .updateTable('delivery')
    .set({ version: null, seen_at: null })
    .where('headline', '=', headline)
    .where('site', '=', site)
    .execute();
}
