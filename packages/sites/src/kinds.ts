/** What a mission is, in the order in which a directory lists them. */
export const MISSION_KINDS = [
  'embassy',
  'consulate-general',
  'consulate',
  'permanent-mission',
  'trade-office',
] as const;
export type MissionKind = (typeof MISSION_KINDS)[number];

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
