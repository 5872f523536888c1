/** What a mission is, in the order in which a directory lists them. */
export const MISSION_KINDS = [
  'embassy',
  'consulate-general',
  'consulate',
  'permanent-mission',
  'trade-office',
] as const;
export type MissionKind = (typeof MISSION_KINDS)[number];

/** The site on which drills are held: on no list, found by no search engine, in no audience. */
export const PRACTICE = 'practice';
export const PRACTICE_SLUG = 'latihan';

/** Whether a site is a mission's, and not the ministry's own or the one for practice. */
export function isMission(site: { kind: string }): boolean {
  return (MISSION_KINDS as readonly string[]).includes(site.kind);
}

/** The parts of the world missions are found under; `multilateral` is for those at international organisations. */
export const REGIONS = [
  'southeast-asia',
  'asia-pacific',
  'middle-east',
  'africa',
  'europe',
  'north-america',
  'latin-america-caribbean',
  'multilateral',
] as const;
export type Region = (typeof REGIONS)[number];
