import { readFileSync } from 'node:fs';
import { canonicalLocale } from '@warta/languages';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { MISSION_KINDS, REGIONS } from './kinds.ts';

const LISTED = new URL('../data/missions.csv', import.meta.url);

const words = z.string('is missing').trim().min(1, 'is empty');
const country = z.string('is missing').regex(/^[A-Z]{2}$/, 'is not a code of two capital letters');
const locale = words.refine((tag) => canonicalLocale(tag) === tag, 'has a tag that is not canonical BCP 47');
const list = z.string('is missing').transform((value) => value.split(';').filter((item) => item !== ''));

const degrees = (most: number) =>
  words
    .transform(Number)
    .pipe(z.number('is not a number').min(-most, 'is too small').max(most, 'is too large'));

const row = z
  .object({
    slug: words.regex(
      /^[a-z][a-z0-9-]{2,}[a-z0-9]$/,
      'is not four or more lower-case letters, digits, hyphens',
    ),
    kind: z.enum(MISSION_KINDS, `is not one of ${MISSION_KINDS.join(', ')}`),
    name_id: words,
    name_en: words,
    full_name_id: words,
    city: words,
    country_code: country,
    region: z.enum(REGIONS, `is not one of ${REGIONS.join(', ')}`),
    timezone: words.refine(isTimeZone, 'is not an IANA time zone'),
    locales: list.pipe(z.array(locale).min(1, 'is empty').refine(areDistinct, 'names a language twice')),
    latitude: degrees(90),
    longitude: degrees(180),
    accredited_to: list.pipe(z.array(country).refine(areDistinct, 'names a country twice')),
  })
  .transform(({ name_id, name_en, full_name_id, country_code, accredited_to, ...rest }) => ({
    ...rest,
    nameId: name_id,
    nameEn: name_en,
    fullNameId: full_name_id,
    country: country_code,
    accreditedTo: accredited_to,
  }));

/** One row of the list of missions. Locales are canonical BCP 47 tags, countries ISO 3166-1 alpha-2 codes. */
export type Mission = z.output<typeof row>;

interface Line {
  record: Record<string, string>;
  info: { lines: number };
}

/**
 * The missions of a CSV list (see `data/README.md` for its columns), in its order; our own list where none is
 * given. Throws an Error with a sentence for every value that is wrong, naming its line and column, or for text
 * that is not CSV: nothing is read by halves.
 */
export function readMissions(csvText: string = readFileSync(LISTED, 'utf8')): Mission[] {
  const lines: Line[] = parse(csvText, {
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    trim: true,
  });
  const wrong: string[] = [];
  const firstLine = new Map<string, number>();
  const missions = lines.flatMap(({ record, info }) => {
    const read = row.safeParse(record);
    if (!read.success) {
      wrong.push(
        ...read.error.issues.map((issue) => `line ${info.lines}, ${String(issue.path[0])}: ${issue.message}`),
      );
      return [];
    }
    const { slug } = read.data;
    const taken = firstLine.get(slug);
    if (taken !== undefined) wrong.push(`line ${info.lines}, slug: ${slug} is already on line ${taken}`);
    else firstLine.set(slug, info.lines);
    return [read.data];
  });
  if (wrong.length > 0) throw new Error(`The list of missions cannot be read.\n${wrong.join('\n')}`);
  return missions;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function areDistinct(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}
