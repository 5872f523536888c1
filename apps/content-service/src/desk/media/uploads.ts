import { findMediaItem, MediaError } from '@warta/media';
import { DomainError } from '@warta/problems';
import type { FastifyRequest } from 'fastify';
import { HalfSent } from '../../uploads/half-sent.ts';
import { type Kept, keepFile, keepFiles } from '../../uploads/keep-files.ts';
import { answerResumable, type Resumable } from '../../uploads/resumable.ts';
import { openLocker } from '../../uploads/upload-locks.ts';
import type { DeskContext, DeskRoutes } from '../context.ts';
import { deskLanguage, deskWords, wordsForError } from '../frame/words.ts';
import { callerOf, siteOf } from '../session.ts';
import { choiceIn } from './choice.ts';
import { drawDescribing } from './describe.ts';
import { above, drawLibrary, libraryOf, pictureFor } from './library.ts';

const PATH = '/sites/:site/media/uploads';

/** New pictures and documents: by a form, or in pieces that go on where the line dropped. */
export const uploadRoutes: DeskRoutes = (app, context) => {
  const write = { config: { permission: 'media:write' as const } };
  const halfSent = new HalfSent(context.config.mediaDir);
  let opened: ReturnType<typeof openLocker> | undefined;
  const locker = () => {
    opened ??= openLocker(context.database.locks);
    return opened;
  };

  app.post('/sites/:site/media', write, async (request, reply) => {
    const { ids, refused, fields } = await keepFiles(request, libraryOf(context, request));
    const all = [...ids, ...(fields.uploaded ?? [])];
    const lines = refused.map(({ name, why }) => ({ name, why: wordsFor(request, why) }));
    if (all.length === 0) {
      const none = { name: '', why: deskWords(deskLanguage(request))('wrong.media.none') };
      return drawLibrary(context, request, reply.code(422), lines.length > 0 ? lines : [none]);
    }
    if (lines.length > 0)
      return drawDescribing(context, request, reply.code(422), { ids: all, refused: lines });
    const choice = choiceIn(request.query, siteOf(request));
    const query = new URLSearchParams({ of: all.join(','), ...choice?.carried });
    return reply.redirect(`${above(siteOf(request))}/describe?${query}`, 303);
  });

  // What comes in pieces is written to the disk as it comes, by the library that speaks the protocol.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.post(PATH, write, async (request, reply) => answerResumable(request, reply, sending(request)));
  for (const method of ['HEAD', 'GET', 'PATCH', 'DELETE'] as const) {
    app.route({
      method,
      url: `${PATH}/:id`,
      ...write,
      exposeHeadRoute: false,
      handler: async (request, reply) => answerResumable(request, reply, sending(request)),
    });
  }

  function sending(request: FastifyRequest): Resumable {
    const site = siteOf(request);
    return {
      ...{ halfSent, locker },
      path: `${above(site)}/uploads`,
      owner: `${callerOf(request).person} ${site.id}`,
      keep: async (file, name) => (await keepFile(libraryOf(context, request), file, name)).id,
      describe: (media) => described(context, request, media),
      explain: (error) => explain(request, error),
    };
  }
};

async function described({ database: { db } }: DeskContext, request: FastifyRequest, media: string) {
  const site = siteOf(request);
  const item = await findMediaItem(db, site.id, media);
  if (!item) throw new DomainError('not-found', 'It was removed meanwhile.');
  return pictureFor(site, item, deskLanguage(request));
}

function explain(request: FastifyRequest, error: unknown) {
  if (error instanceof MediaError) return { status: 422, message: wordsFor(request, error) };
  const { status_code: status } = error as { status_code?: number };
  if (status === 413) return { status, message: wordsFor(request, new MediaError('too-heavy')) };
  if (status !== undefined) return undefined;
  request.log.error({ err: error }, 'an upload failed');
  return { status: 500, message: deskWords(deskLanguage(request))('error.unknown') };
}

/** Why a file was not kept, in the words of whoever sent it. */
function wordsFor(request: FastifyRequest, why: Kept['refused'][number]['why']): string {
  const t = deskWords(deskLanguage(request));
  if (why === 'too-many') return t('wrong.media.too-many');
  const [error] = why.errors;
  return error ? wordsForError(t, error) : why.message;
}
