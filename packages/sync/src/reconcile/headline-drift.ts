import { isDeepStrictEqual } from 'node:util';
import type { Db } from '@warta/database';
import { sql } from 'kysely';
import { type Drift, drift } from './drift.ts';
import { findHistories, type History, type Rightful, rightful } from './history.ts';

/** Headlines whose row, texts or post say something else than their immutable versions. */
export async function findHeadlineDrift(db: Db): Promise<Drift[]> {
  const histories = await findHistories(db);
  const texts = await findTexts(db);
  return histories.flatMap((history) => {
    const right = rightful(history);
    const about = { headline: history.post, number: history.number };
    if (!right) return [drift('version', 'it has no version at all', { ...about, repairable: false })];
    return [
      ...rowDrift(history, right).map((what) => drift('version', what, about)),
      ...textDrift(texts.get(history.post) ?? [], right).map((what) => drift('words', what, about)),
      ...stateDrift(history, right).map((what) => drift('state', what, about)),
    ];
  });
}

function rowDrift(row: History, right: Rightful): string[] {
  const names = ['state', 'version', 'latest'] as const;
  const wrong = names.filter((name) => row[name] !== right[name]);
  const said = wrong.map((name) => `its ${name} is ${row[name]}; by its versions it is ${right[name]}`);
  const next = right.next?.version ?? null;
  if (row.nextVersion === next) return said;
  return [...said, `the version set for later is ${row.nextVersion}; by its versions it is ${next}`];
}

function stateDrift({ postState }: History, { state }: Rightful): string[] {
  const wanted = state === 'recalled' ? 'withdrawn' : 'live';
  return postState === wanted ? [] : [`its post is ${postState}; it must be ${wanted}`];
}

interface TextRow {
  post: string;
  locale: string;
  revision: number | null;
  nextRevision: number | null;
}

/** Of a correction that is to come, what follows is compared as well. */
function textDrift(rows: readonly TextRow[], { texts, next }: Rightful): string[] {
  if (!texts) return [];
  const of = (name: 'revision' | 'nextRevision') =>
    Object.fromEntries(rows.flatMap((row) => (row[name] === null ? [] : [[row.locale, row[name]]])));
  const wrong: string[] = [];
  if (!isDeepStrictEqual(of('revision'), texts))
    wrong.push(`its texts are ${inWords(of('revision'))}; those of its version are ${inWords(texts)}`);
  if (next && !isDeepStrictEqual(of('nextRevision'), next.texts))
    wrong.push(`the texts to come are ${inWords(of('nextRevision'))}, not ${inWords(next.texts)}`);
  return wrong;
}

const inWords = (texts: Record<string, number>) =>
  Object.entries(texts)
    .sort()
    .map(([locale, n]) => `${locale} ${n}`)
    .join(', ') || 'none';

async function findTexts(db: Db): Promise<Map<string, TextRow[]>> {
  const { rows } = await sql<TextRow>`
    select t.post, t.locale, t.revision, t.next_revision as "nextRevision"
    from text t join headline h on h.post = t.post`.execute(db);
  return Map.groupBy(rows, (row) => row.post);
}
