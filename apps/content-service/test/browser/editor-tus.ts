import type { FastifyInstance } from 'fastify';

/** What arrived: the bytes, and how often it was begun. */
export interface Arrived {
  body: Buffer;
  length: number;
}

const HEADERS = { 'tus-resumable': '1.0.0' };

/** As much of the tus protocol as a test needs to see what a browser sends, and to refuse it. */
export function tusRoutes(
  app: FastifyInstance,
  refuse: () => { status: number; message: string } | undefined,
) {
  const files: Arrived[] = [];
  app.addContentTypeParser('application/offset+octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.post('/desk/uploads', (request, reply) => {
    const refused = refuse();
    if (refused) return reply.code(refused.status).headers(HEADERS).send({ message: refused.message });
    files.push({ body: Buffer.alloc(0), length: Number(request.headers['upload-length']) });
    return reply
      .code(201)
      .headers({ ...HEADERS, location: `/desk/uploads/${files.length - 1}` })
      .send();
  });
  app.head('/desk/uploads/:n', ({ params }, reply) => {
    const file = files[Number((params as { n: string }).n)];
    if (!file) return reply.code(404).send();
    return reply
      .headers({ ...HEADERS, 'upload-offset': file.body.length, 'upload-length': file.length })
      .send();
  });
  app.patch('/desk/uploads/:n', ({ params, body }, reply) => {
    const n = Number((params as { n: string }).n);
    const file = files[n] as Arrived;
    file.body = Buffer.concat([file.body, body as Buffer]);
    const headers = { ...HEADERS, 'upload-offset': String(file.body.length) };
    if (file.body.length < file.length) return reply.code(204).headers(headers).send();
    return reply
      .code(200)
      .headers(headers)
      .send({ id: `m${n}`, width: 1, height: 1, alt: '', src: `/media/m${n}` });
  });
  app.get('/desk/uploads/:n/bytes', ({ params }, reply) =>
    reply.type('image/jpeg').send(files[Number((params as { n: string }).n)]?.body),
  );
  return files;
}
