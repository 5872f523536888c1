import { DomainError } from '@warta/problems';
import { listSites, MINISTRY, type Site, siteName } from '@warta/sites';
import { audienceRule, type JudgedMission, judgeMissions } from '@warta/sync';
import type { DeskContext } from '../../context.ts';
import type { DeskLanguage } from '../../frame/words.ts';
import { type Picks, ruleOf } from './audience-picks.ts';

/** A mission by its name, as lists of missions show it. */
export interface NamedMission {
  slug: string;
  name: string;
  region: string | null;
  kind: string;
  locales: readonly string[];
  timezone: string;
}

export interface Missed extends NamedMission {
  miss: NonNullable<JudgedMission['miss']>;
  /** The same in English. */
  reason: string;
}

/** Whom picks reach and whom not, each by name; `nobody` where they name nobody. */
export interface Reach {
  reached: NamedMission[];
  missed: Missed[];
  /** Why the picks are no rule: what they name is not there, or they name nobody. */
  trouble: 'nobody' | 'unknown' | null;
}

/** Applies picks to all missions, for somebody who reads this language. */
export async function reachOf(
  { database: { db } }: Pick<DeskContext, 'database'>,
  lang: DeskLanguage,
  picks: Picks,
): Promise<Reach> {
  const sites = (await listSites(db)).filter(({ kind }) => kind !== MINISTRY);
  const named = new Map(sites.map((site) => [site.slug, nameOf(site, lang)]));
  const rule = audienceRule.safeParse(ruleOf(picks));
  if (!rule.success) return { reached: [], missed: [], trouble: 'nobody' };
  try {
    const judged = await judgeMissions(db, rule.data);
    return { ...split(judged, named, lang), trouble: null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    const isEmpty = error.errors.every(({ field }) => field === 'audience');
    return { reached: [], missed: [], trouble: isEmpty ? 'nobody' : 'unknown' };
  }
}

/** All missions by name. */
export async function listMissions(
  { database: { db } }: DeskContext,
  lang: DeskLanguage,
): Promise<NamedMission[]> {
  const sites = (await listSites(db)).filter(({ kind }) => kind !== MINISTRY);
  return inOrder(
    sites.map((site) => nameOf(site, lang)),
    lang,
  );
}

function split(
  judged: readonly JudgedMission[],
  named: ReadonlyMap<string, NamedMission>,
  lang: DeskLanguage,
): Pick<Reach, 'reached' | 'missed'> {
  const reached: NamedMission[] = [];
  const missed: Missed[] = [];
  for (const { slug, miss, reason = '' } of judged) {
    const mission = named.get(slug);
    if (mission && miss) missed.push({ ...mission, miss, reason });
    else if (mission) reached.push(mission);
  }
  return { reached: inOrder(reached, lang), missed: inOrder(missed, lang) };
}

const nameOf = (site: Site, lang: DeskLanguage): NamedMission => {
  const { slug, region, kind, locales, timezone } = site;
  return { slug, region, kind, locales, timezone, name: siteName(site, lang) || slug };
};

function inOrder<Named extends { name: string }>(missions: Named[], lang: DeskLanguage): Named[] {
  const byName = new Intl.Collator(lang).compare;
  return missions.sort((a, b) => byName(a.name, b.name));
}
