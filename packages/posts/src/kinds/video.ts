import { z } from 'zod';
import { picture, webAddress } from './fields.ts';
import { readVideoLink } from './video-link.ts';

/** A video on a known host, and the picture that stands for it; without one the post's cover does. */
export const videoDetails = z.strictObject({
  link: webAddress.refine((link) => readVideoLink(link) !== undefined, {
    message: 'is not the address of a video on YouTube, Vimeo or Dailymotion',
    params: { why: 'video' },
  }),
  poster: picture.optional(),
});
