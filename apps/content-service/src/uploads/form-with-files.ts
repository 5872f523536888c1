import type { Multipart, MultipartFile } from '@fastify/multipart';
import multipart from '@fastify/multipart';
import { MEDIA_LIMITS } from '@warta/media';
import { invalid } from '@warta/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is still to come of a form with files, once its first field was read. */
    incoming?: AsyncIterator<Multipart>;
  }
}

/** What may be sent at once: one byte more than is taken, so that a file that is too large can be told from one that is not. */
const LIMITS = {
  fileSize: MEDIA_LIMITS.pictureBytes + 1,
  files: 100,
  fields: 200,
  parts: 300,
  fieldNameSize: 100,
  fieldSize: 20_000,
};

/** Lets the routes of this scope take forms with files. */
export async function takeFormsWithFiles(app: FastifyInstance): Promise<void> {
  app.decorateRequest('incoming');
  await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false });
  app.addHook('onSend', async (request) => {
    // Whoever is refused early would otherwise wait for an answer until all was sent into the void.
    if (request.isMultipart() && !request.raw.readableEnded) {
      request.raw.unpipe();
      request.raw.resume();
    }
  });
}

/**
 * Reads the first field of a form with files, which carries the proof that the form is ours, so that it is checked
 * before a single file is taken.
 */
export async function readFirstField(request: FastifyRequest): Promise<void> {
  if (!('isMultipart' in request) || !request.isMultipart()) return;
  request.incoming = request.parts();
  const { value: first, done } = await request.incoming.next();
  request.body = !done && first.type === 'field' ? { [first.fieldname]: first.value } : {};
}

/**
 * Hands over each file of a form in turn, as it arrives, and returns the fields. Inputs that were left empty are
 * passed over.
 * @throws {DomainError} `invalid` for anything but a form with files
 */
export async function readParts(
  request: FastifyRequest,
  take: (file: MultipartFile) => Promise<void>,
): Promise<Record<string, string[]>> {
  if (!request.isMultipart()) throw invalid({ field: 'file', message: 'is sent as multipart/form-data' });
  const incoming = request.incoming ?? request.parts();
  const fields: Record<string, string[]> = Object.create(null);
  for (let next = await incoming.next(); !next.done; next = await incoming.next()) {
    const part = next.value;
    if (part.type === 'field')
      fields[part.fieldname] = [...(fields[part.fieldname] ?? []), String(part.value)];
    else if (part.filename) await take(part);
    else part.file.resume();
  }
  return fields;
}
