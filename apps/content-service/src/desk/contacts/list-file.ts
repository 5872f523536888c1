import { invalid } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { readParts } from '../../uploads/form-with-files.ts';

/** A list goes on to a form, in which it may grow to three times its size. */
const MOST_KB = 300;

/**
 * The text of a list that was sent as a file.
 * @throws {DomainError} `invalid`, naming `file`, where there is none, it is too long, or it is no text
 */
export async function listFile(request: FastifyRequest): Promise<string> {
  const files: Buffer[] = [];
  await readParts(request, async ({ file }) => {
    const chunks: Buffer[] = await file.toArray();
    files.push(Buffer.concat(chunks));
  });
  const [bytes] = files;
  if (!bytes || bytes.length === 0) throw wrong('is missing', 'media.none');
  if (bytes.length > MOST_KB * 1000) throw wrong(`has more than ${MOST_KB} KB`, 'list.too-long', MOST_KB);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') throw wrong('is a spreadsheet', 'list.spreadsheet');
  return textIn(bytes);
}

function textIn(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrong('is not UTF-8', 'list.no-utf8');
  }
}

const wrong = (message: string, why: string, most = 0) =>
  invalid({ field: 'file', message, why, values: { most } });
