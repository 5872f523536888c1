import { z } from 'zod';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1): what it defines and nothing else, since feeds here have no extensions. */
const address = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);
const moment = z.iso.datetime({ offset: true });
const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
const author = z
  .strictObject({ name: words, url: z.url(), avatar: address })
  .partial()
  .refine((given) => Object.keys(given).length > 0, 'an author has a name, an address or a picture');

const attachment = z.strictObject({
  url: address,
  mime_type: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  title: z.string().optional(),
  size_in_bytes: z.int().nonnegative().optional(),
  duration_in_seconds: z.number().nonnegative().optional(),
});

const item = z
  .strictObject({
    url: address,
    external_url: address,
    title: words,
    content_html: z.string(),
    content_text: z.string(),
    summary: z.string(),
    image: address,
    banner_image: address,
    date_published: moment,
    date_modified: moment,
    authors: z.array(author),
    tags: z.array(words),
    language,
    attachments: z.array(attachment),
  })
  .partial()
  .extend({ id: words })
  .refine(
    (given) => given.content_html !== undefined || given.content_text !== undefined,
    'an item has content_html, content_text, or both',
  );

export const jsonFeed = z
  .strictObject({
    home_page_url: address,
    feed_url: address,
    description: words,
    user_comment: words,
    next_url: address,
    icon: address,
    favicon: address,
    authors: z.array(author),
    language,
    expired: z.boolean(),
    hubs: z.array(z.strictObject({ type: words, url: address })),
  })
  .partial()
  .extend({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: words,
    items: z
      .array(item)
      .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'each id is there once'),
  });
