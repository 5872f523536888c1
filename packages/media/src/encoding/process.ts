import sharp from 'sharp';
import { MediaError } from '../media-error.ts';
import { makeRenditions } from './make-renditions.ts';
import type { EncodingAnswer, EncodingJob } from './protocol.ts';

/**
 * The process in which pictures of strangers are decoded. It knows no secret, can open only the formats we take
 * whatever a file says it is, and is killed when it takes too long.
 */
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Svg'].map((n) => `VipsForeignLoad${n}`),
});

process.on('message', async (job: EncodingJob) => {
  process.send?.(await answerTo(job));
});
// Whoever waited for the answer is gone; an orderly exit would wait for the encoders' threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function answerTo(job: EncodingJob): Promise<EncodingAnswer> {
  try {
    return { made: await makeRenditions(job) };
  } catch (error) {
    return error instanceof MediaError ? { refusal: error.reason } : { failure: String(error) };
  }
}
