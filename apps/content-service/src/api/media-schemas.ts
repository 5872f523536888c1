import type { MediaItem } from '@warta/media';
import { z } from 'zod';
import type { Config } from '../config.ts';

const words = z.record(z.string(), z.string());

export const mediaAnswer = z.object({
  id: z.string(),
  kind: z.enum(['picture', 'document']),
  address: z.string().describe('what a text names it by'),
  url: z.string().describe('its JPEG or PDF; answers once something public uses it'),
  alt: words,
  caption: words,
  credit: z.string(),
  licence: z.string(),
  width: z.number(),
  height: z.number(),
  focus: z.object({ x: z.number(), y: z.number() }),
  title: z.string(),
  language: z.string().nullable(),
  bytes: z.number().nullable(),
  shared: z.boolean(),
  createdAt: z.string(),
  version: z.number(),
});

export const mediaItemAnswer = mediaAnswer.extend({
  uses: z.array(z.string()).describe('what uses it: post, headline or site, and its id'),
});

export const mediaListAnswer = z.object({
  items: z.array(mediaAnswer),
  total: z.number(),
  page: z.number(),
  pages: z.number(),
});

/** A form with a file, as OpenAPI has it; what is in it is read as it comes. */
export const mediaForm = z.unknown().meta({
  type: 'object',
  properties: {
    about: { type: 'string', description: 'what PATCH takes, as JSON' },
    file: { type: 'string', format: 'binary', description: 'a picture or a PDF document' },
  },
  required: ['file'],
});

/** A picture or document as the API tells of it. */
export function asAnswer({ publicUrl }: Config, item: MediaItem) {
  const { focusX, focusY, createdAt, widths, ...said } = item;
  const address = `/media/${item.id}`;
  const file = item.kind === 'document' ? '' : `/${widths.at(-1)}.jpg`;
  return mediaAnswer.parse({
    ...{ ...said, address, url: `${publicUrl}${address}${file}` },
    focus: { x: focusX, y: focusY },
    createdAt: createdAt.toISOString(),
  });
}
