import { z } from 'zod';
import { instant, webAddress } from './fields.ts';

/** Where an event is: its name and address are as they stand on the spot, in whatever language that is. */
const place = z.strictObject({
  name: z.string().trim().min(1, 'is empty').max(200),
  address: z.string().trim().min(1, 'is empty').max(400).optional(),
  link: webAddress.optional(),
});

/**
 * When and where. Of an event that lasts all day only the days count, read in the site's time zone, and `end`
 * lies in the last of them.
 */
export const eventDetails = z
  .strictObject({
    start: instant,
    end: instant.optional(),
    allDay: z.boolean().default(false),
    place: place.optional(),
    online: webAddress.optional(),
    /** It does not take place; readers and their calendars are told. */
    cancelled: z.boolean().optional(),
  })
  .refine(({ start, end }) => !end || Date.parse(end) >= Date.parse(start), {
    path: ['end'],
    message: 'lies before the start',
    params: { why: 'ends-before' },
  });
