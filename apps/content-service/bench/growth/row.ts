/** What was measured of a network of one size, on one kind of database. */
export interface GrowthRow extends Size {
  database: 'embedded' | 'postgres';
  /** On what and when. */
  note: string;
  at: string;
  /** Megabytes of the service, once it has started, and once readers have read what they ask for. */
  startedMb: number;
  warmMb: number;
  /** Milliseconds. */
  startMs: number;
  missMs: number;
  missCpuMs: number;
  provenMs: number;
  searchP95Ms: number;
}

export interface Size {
  sites: number;
  /** Posts of each site. */
  posts: number;
}

/** Those a run measures that names none. */
export const SIZES: readonly Size[] = [
  { sites: 134, posts: 20 },
  { sites: 1000, posts: 20 },
  { sites: 10_000, posts: 20 },
  { sites: 134, posts: 200 },
  { sites: 1000, posts: 200 },
];
const MOST_EMBEDDED = 1_000_000;

/**
 * Sizes as they are named, such as `134x20`; all but the largest where none is.
 * @throws {Error} for what is not a size, and for one that the embedded database is not for.
 */
export function readSizes(names: readonly string[], database: GrowthRow['database']): readonly Size[] {
  if (names.length === 0) return SIZES;
  return names.map((name) => {
    const [, sites, posts] = /^(\d+)x(\d+)$/.exec(name) ?? [];
    if (!Number(sites) || !Number(posts)) throw new Error(`${name} is not a size such as 134x20`);
    const size = { sites: Number(sites), posts: Number(posts) };
    if (database === 'embedded' && size.sites * size.posts > MOST_EMBEDDED)
      throw new Error(
        `${name} is measured on PostgreSQL alone: node tools/postgres-run.ts -- npm run bench …`,
      );
    return size;
  });
}

/** Earlier rows with this one in the place of an earlier one of its size and database; small networks first. */
export function withRow(rows: readonly GrowthRow[], row: GrowthRow): GrowthRow[] {
  const key = ({ database, sites, posts }: GrowthRow) => `${database} ${sites} ${posts}`;
  const others = rows.filter((each) => key(each) !== key(row));
  return [...others, row].sort(
    (a, b) => a.database.localeCompare(b.database) || a.posts - b.posts || a.sites - b.sites,
  );
}
