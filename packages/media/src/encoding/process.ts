import sharp from 'sharp';
import { MediaError } from '../media-error.ts';
import { drawCard } from './draw-card.ts';
import { makeRenditions } from './make-renditions.ts';
import type { CardJob, EncodingAnswer, EncodingJob } from './protocol.ts';

/**
 * The process in which pictures of strangers are decoded. It knows no secret, can open only the formats we take
 * whatever a file says it is, and is killed when it takes too long.
 */
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif', 'Svg'].map((n) => `VipsForeignLoad${n}`),
});

process.on('message', async (job: EncodingJob | CardJob) => {
  process.send?.(await answerTo(job));
});
// Whoever waited for the answer is gone; an orderly exit would wait for the encoders' threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function answerTo(job: EncodingJob | CardJob): Promise<EncodingAnswer> {
  try {
    if (!('card' in job)) return { made: await makeRenditions(job) };
    await drawCard(job.card, job.file);
    return { made: null };
  } catch (error) {
    return error instanceof MediaError ? { refusal: error.reason } : { failure: String(error) };
  }
}
