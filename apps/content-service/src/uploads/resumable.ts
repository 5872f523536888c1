import type { Locker, Server, ServerOptions } from '@tus/server';
import { MEDIA_LIMITS } from '@warta/media';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HalfSent } from './half-sent.ts';

export interface Resumable {
  halfSent: HalfSent;
  /** What keeps two requests for one upload apart. */
  locker(): Promise<Locker>;
  /** The address below which uploads stand. */
  path: string;
  /** Who sends, and for which library: nobody else finds the upload. */
  owner: string;
  /** Keeps what has arrived whole, and gives its id. */
  keep(file: string, name: string): Promise<string>;
  /** What the sender is told of what was kept. */
  describe(media: string): Promise<object>;
  /** What the sender is told of an error, and with which status; undefined for what is not theirs to know. */
  explain(error: unknown): { status: number; message: string } | undefined;
}

type Upload = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[1];

/** Answers a request of the tus protocol, whose permission and form token have been checked. */
export async function answerResumable(
  request: FastifyRequest,
  reply: FastifyReply,
  resumable: Resumable,
): Promise<FastifyReply> {
  const { halfSent, owner } = resumable;
  const { id } = request.params as { id?: string };
  if (id !== undefined) {
    const arrival = isUploadId(id) ? await halfSent.arrival(id) : undefined;
    if (arrival?.owner === owner) return answerArrived(request, reply, resumable, arrival);
    if (!(await isOwn(halfSent, id, owner)))
      return reply.code(404).send({ message: 'There is no such upload.' });
  }
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  const server = await serverFor(resumable);
  await server.handle(request.raw, reply.raw);
  return reply;
}

async function serverFor(resumable: Resumable): Promise<Server> {
  const { halfSent, path, owner } = resumable;
  const tus = await import('@tus/server');
  return new tus.Server({
    path,
    datastore: await halfSent.store(),
    locker: await resumable.locker(),
    relativeLocation: true,
    maxSize: MEDIA_LIMITS.pictureBytes,
    allowedOrigins: () => false,
    onUploadCreate: async (_request, { metadata }) => ({
      metadata: { filename: metadata?.filename ?? '', owner },
    }),
    onUploadFinish: (_request, upload) => finish(resumable, upload),
    onResponseError: (_request, error) => {
      const known = resumable.explain(error);
      return known && { status_code: known.status, body: JSON.stringify({ message: known.message }) };
    },
  });
}

async function finish(resumable: Resumable, upload: Upload) {
  const { halfSent, owner } = resumable;
  const { id, metadata, size = 0 } = upload;
  let media: string;
  try {
    media = await resumable.keep(halfSent.path(id), metadata?.filename ?? '');
  } catch (error) {
    await (await halfSent.store()).remove(id);
    throw error;
  }
  await halfSent.arrived(id, { size, media, owner });
  const headers = { 'content-type': 'application/json' };
  return { status_code: 200, headers, body: JSON.stringify(await resumable.describe(media)) };
}

/** The last answer was lost on the way: the sender hears that all is there, and by GET what it has become. */
async function answerArrived(
  request: FastifyRequest,
  reply: FastifyReply,
  { describe }: Resumable,
  { size, media }: { size: number; media: string },
): Promise<FastifyReply> {
  reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': size, 'upload-length': size });
  return request.method === 'HEAD' ? reply.send() : reply.send(await describe(media));
}

async function isOwn(halfSent: HalfSent, id: string, owner: string): Promise<boolean> {
  if (!isUploadId(id)) return false;
  const store = await halfSent.store();
  return store.getUpload(id).then(
    ({ metadata }) => metadata?.owner === owner,
    () => false,
  );
}

const isUploadId = (id: string) => /^[0-9a-f]{32}$/.test(id);
