import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Tables } from '@warta/database';
import type { Insertable } from 'kysely';
import { mediaFolder } from './rendition-path.ts';

/** A file that somebody sent. */
export interface Upload {
  mediaDir: string;
  /** The site's id. */
  site: string;
  /** The file's path, or what is in it. The file stays where it is. */
  source: string | Uint8Array;
}

/** Half-made files, below `mediaDir`: nothing refers to them, and backups leave them out. */
export const DRAFTS = '.drafts';

const COLUMNS = ['id', 'width', 'height', 'widths'] as const;
type KeptRow = Pick<Insertable<Tables['media']>, (typeof COLUMNS)[number]>;
type Columns = Omit<Insertable<Tables['media']>, 'id' | 'site' | 'digest' | 'uploaded_by' | 'person'>;

/**
 * Keeps what `make` makes of an upload in an empty folder: its files under a random id, so that an address says
 * nothing about the content, then its row, so that no row stands without its files. The same bytes on the same
 * site give the row that stands, with the words it has. What fails or is refused leaves nothing.
 */
export async function keepMedia(
  db: Db,
  actor: Actor,
  { mediaDir, site, source }: Upload,
  make: (file: string, folder: string) => Promise<Columns>,
): Promise<KeptRow> {
  if (db.isTransaction) throw new Error('Media is stored outside of transactions.');
  const id = randomUUID();
  const draft = join(mediaDir, DRAFTS, id);
  const folder = join(draft, 'made');
  await mkdir(folder, { recursive: true });
  try {
    const file = typeof source === 'string' ? source : await written(source, join(draft, 'source'));
    const digest = await digestOf(file);
    const known = await findByDigest(db, site, digest);
    if (known !== undefined) return known;
    const columns = await make(file, folder);
    await mkdir(dirname(mediaFolder(mediaDir, id)), { recursive: true });
    await rename(folder, mediaFolder(mediaDir, id));
    const by = { uploaded_by: actor.name, person: actor.person ?? null };
    return await addRow(db, actor, mediaDir, { ...columns, ...by, id, site, digest });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function written(bytes: Uint8Array, file: string): Promise<string> {
  await writeFile(file, bytes);
  return file;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Where the same file was added to the site meanwhile, its row stands and our files go. */
async function addRow(
  db: Db,
  actor: Actor,
  mediaDir: string,
  row: Insertable<Tables['media']>,
): Promise<KeptRow> {
  let stands = false;
  try {
    const added = await insertAudited(db, actor, row);
    stands = added !== undefined;
    const kept = added ?? (await findByDigest(db, row.site, row.digest));
    if (kept === undefined) throw new Error('The file was removed while it was being added.');
    return kept;
  } finally {
    if (!stands) await rm(mediaFolder(mediaDir, row.id), { recursive: true, force: true });
  }
}

function insertAudited(db: Db, actor: Actor, row: Insertable<Tables['media']>): Promise<KeptRow | undefined> {
  return db.transaction().execute(async (trx) => {
    const added = await trx
      .insertInto('media')
      .values(row)
      .onConflict((conflict) => conflict.columns(['site', 'digest']).doNothing())
      .returning(COLUMNS)
      .executeTakeFirst();
    const { id, site, kind = 'picture', title, bytes } = row;
    const entry = { action: 'media.add', subject: `media:${id}`, site, after: { kind, title, bytes } };
    if (added) await recordAudit(trx, actor, entry);
    return added;
  });
}

function findByDigest(db: Db, site: string, digest: string): Promise<KeptRow | undefined> {
  return db
    .selectFrom('media')
    .select(COLUMNS)
    .where('site', '=', site)
    .where('digest', '=', digest)
    .executeTakeFirst();
}
