import type { Db } from '@warta/database';
import { listContacts, MINISTRY_SLUG, PRACTICE_SLUG } from '@warta/sites';
import type { AlertKind, AlertNumbers } from './alert-content.ts';
import type { Area } from './alert-input.ts';
import { judgeArea } from './area.ts';
import { numbersOf } from './find-numbers.ts';

/** Where an alert would stand, by slug, and what it would say of numbers. */
export interface Foreseen {
  sites: string[];
  numbers: AlertNumbers;
  /** Sites of it that have no number for emergencies, the ministry's among them where families would have none. */
  without: string[];
}

/**
 * What would stand where if an alert with this area were released now.
 * @throws {DomainError} `invalid`, as `judgeArea`.
 */
export async function foreseeAlert(
  db: Db,
  { kind, area, practice }: { kind: AlertKind; area: Area; practice: boolean },
): Promise<Foreseen> {
  const judged = await judgeArea(db, area);
  const within = judged.filter(({ included }) => included).map(({ slug }) => slug);
  const sites = practice ? [PRACTICE_SLUG] : area.everywhere ? [MINISTRY_SLUG, ...within] : within;
  if (kind === 'solemn') return { sites, numbers: { there: [], home: [] }, without: [] };
  const contacts = new Map((await listContacts(db)).map((one) => [one.site, one.contacts]));
  const numbers = (slug: string) => numbersOf({ slug, contacts: contacts.get(slug) ?? [] });
  const there = area.everywhere ? [] : sites;
  const asked = [...there, MINISTRY_SLUG];
  return {
    sites,
    numbers: { there: there.flatMap(numbers), home: numbers(MINISTRY_SLUG) },
    without: asked.filter((slug) => numbers(slug).length === 0),
  };
}
