import { z } from 'zod';
import { someWords } from './fields.ts';

const HERE = 'https://here.invalid';

/** A site's menu: links in their order, to paths of this service (`/tokyo/id/visa`) or to pages elsewhere. */
export const menu = z
  .array(
    z.strictObject({
      label: someWords,
      address: z
        .string()
        .trim()
        .max(500)
        .refine(leadsToAPage, {
          error: 'is not a path such as /tokyo/id/visa or an address such as https://example.org/',
          params: { why: 'menu.address' },
        }),
    }),
  )
  .max(12);

export type MenuLink = z.output<typeof menu>[number];

/** The URL parser decides, as a browser's would: `//host` and `/\host` are another server to both. */
export function leadsToAPage(address: string): boolean {
  const url = URL.parse(address, HERE);
  if (!url || url.username || url.password) return false;
  if (url.origin === HERE) return address.startsWith('/');
  return /^https?:\/\//i.test(address);
}
