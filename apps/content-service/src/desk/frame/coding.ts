import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { preferredCoding } from '../../pages/send-page.ts';

const CODE = {
  br: (page: string) => promisify(brotliCompress)(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (page: string) => promisify(gzip)(page, { level: 6 }),
};
const TOO_SMALL = 4096;

/**
 * Sends long pages coded. The form's token in them is another one each time (it is masked), so nothing can be told
 * from their length.
 */
export function codePages(app: FastifyInstance): void {
  app.addHook<unknown>('onSend', async (request, reply, payload) => {
    const isPage =
      typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html');
    if (!isPage || payload.length < TOO_SMALL) return payload;
    reply.header('vary', 'Accept-Encoding');
    const coding = preferredCoding(request);
    if (coding === 'identity') return payload;
    reply.header('content-encoding', coding).removeHeader('content-length');
    return CODE[coding](payload);
  });
}
