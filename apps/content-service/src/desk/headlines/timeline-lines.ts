import { findPerson } from '@warta/accounts';
import { type AuditLine, findAuditOf } from '@warta/audit';
import type { Db } from '@warta/database';
import { listSites } from '@warta/sites';
import { findProofs, type Headline, type Proof } from '@warta/sync';
import { changesIn } from '../audit/changes-in.ts';
import type { DeskLanguage } from '../frame/words.ts';
import { secondsOf } from './board-model.ts';
import { boardWords } from './board-words.ts';

/** One thing that happened. */
export interface TimelineLine {
  at: Date;
  number: number;
  what: string;
  /** Who did it; null for what was seen. */
  who: string | null;
  /** The mission it was done at. */
  where: string | null;
  notes: string[];
}

const MOST_LINES = 2000;
/** Of the ministry's own acts these alone are told: all the words of a version are not. */
const TOLD = ['note', 'reason', 'notice', 'publishAt', 'standsUntil'];
const APART_MS = 1000;

/** What was done with these headlines and what was seen of them, in order: from the log, the versions and the proofs. */
export async function timelineLines(
  db: Db,
  headlines: readonly Headline[],
  lang: DeskLanguage,
): Promise<TimelineLine[]> {
  const ids = headlines.map(({ id }) => id);
  const numberOf = new Map(headlines.map(({ id, number }) => [id, number]));
  const acts = await findAuditOf(
    db,
    ids.map((id) => `headline:${id}`),
    MOST_LINES,
  );
  const names = await namesOf(db, acts);
  const sites = new Map((await listSites(db)).map((site) => [site.id, site]));
  const proofs = await findProofs(db, ids);
  const words = boardWords(lang);
  const done = acts.map((act): TimelineLine => {
    const site = act.site ? sites.get(act.site) : undefined;
    return {
      at: act.at,
      number: numberOf.get(act.subject.replace(/^headline:/, '')) ?? 0,
      what: actInWords(act, words),
      who: (act.person && names.get(act.person)) ?? act.actor,
      where: site && site.kind !== 'ministry' ? (site.name[lang] ?? site.name.id ?? site.slug) : null,
      notes: notesOf(act, words),
    };
  });
  const seen = proofs.flatMap((proof) => proofLines(proof, numberOf.get(proof.headline) ?? 0, words));
  const stood = headlines.flatMap((headline) => momentLines(headline, words));
  return [...done, ...seen, ...stood].sort((a, b) => a.at.getTime() - b.at.getTime());
}

type Words = ReturnType<typeof boardWords>;

function actInWords({ action, after }: AuditLine, { t }: Words): string {
  const words = t(`audit.action.${action}`);
  const what = words.startsWith('audit.action.') ? action : words;
  const { version } = after ?? {};
  return typeof version === 'number' ? `${what} (${t('headlines.version', { version })})` : what;
}

function notesOf(act: AuditLine, { t, clock }: Words): string[] {
  const own = act.action.startsWith('headline.');
  const only = (values: AuditLine['before']) =>
    values && Object.fromEntries(Object.entries(values).filter(([name]) => TOLD.includes(name)));
  const told = own ? { before: null, after: only(act.after) } : act;
  return changesIn(told, { t, sites: new Map(), time: clock }).map(
    ({ what, after, before }) => `${what}: ${after || `– (${before})`}`,
  );
}

function proofLines(
  { version, sites, nodes, firstAt, provenAt, tookMs }: Proof,
  number: number,
  { t }: Words,
) {
  const line = (at: Date, what: string) => ({ at, number, what, who: null, where: null, notes: [] });
  const values = { version, sites, nodes, seconds: secondsOf(tookMs) };
  return [line(firstAt, t('timeline.first-seen', values)), line(provenAt, t('timeline.proven', values))];
}

/** Moments that were set for later, and have come or are to come. */
function momentLines({ number, versions }: Headline, { t }: Words): TimelineLine[] {
  return versions
    .filter(({ at, liveFrom }) => Date.parse(liveFrom) - Date.parse(at) > APART_MS)
    .map(({ version, liveFrom }) => ({
      ...{ at: new Date(liveFrom), number, what: t('timeline.moment', { version }) },
      ...{ who: null, where: null, notes: [] },
    }));
}

async function namesOf(db: Db, acts: readonly AuditLine[]): Promise<Map<string, string>> {
  const ids = [...new Set(acts.flatMap(({ person }) => person ?? []))];
  const people = await Promise.all(ids.map((id) => findPerson(db, id)));
  return new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
}
