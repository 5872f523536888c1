import { z } from 'zod';
import { instant, webAddress } from './fields.ts';

export const OPPORTUNITIES = ['scholarship', 'job', 'tender'] as const;

/** What somebody may apply for, until when, and where. From `until` on it is closed. */
export const opportunityDetails = z.strictObject({
  type: z.enum(OPPORTUNITIES),
  until: instant,
  link: webAddress.optional(),
});
