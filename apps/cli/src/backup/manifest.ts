import { BackupError } from '@warta/database';
import { z } from 'zod';

/** Raised when a backup is laid out so differently that older versions cannot read it. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
export const CHECKSUMS = 'checksums.json';

const manifest = z.object({
  format: z.literal(FORMAT),
  warta: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  sequences: z.array(
    z.object({ table: z.string(), column: z.string(), last: z.string(), called: z.boolean() }),
  ),
});

/** The first file of a backup: what the others hold, the tables in the order in which they follow. */
export type Manifest = z.output<typeof manifest>;

/** The last file of a backup: the SHA-256 of each other one, in hex, by its name. */
export type Checksums = Record<string, string>;

const checksums = z.record(z.string(), z.string());

/** @throws {BackupError} when the text is no manifest this version can read. */
export function readManifest(text: string): Manifest {
  const given = parse(text) as { format?: unknown } | null;
  const read = manifest.safeParse(given);
  if (read.success) return read.data;
  const format = given?.format;
  throw new BackupError(
    typeof format === 'number' && format !== FORMAT
      ? `The backup has format ${format}; this version of Warta reads format ${FORMAT}.`
      : 'The file is no backup of Warta: its manifest cannot be read.',
  );
}

/** @throws {BackupError} */
export function readChecksums(text: string): Checksums {
  const read = checksums.safeParse(parse(text));
  if (!read.success) throw new BackupError('The backup is damaged: its checksums cannot be read.');
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
