import { POST_KINDS } from '@warta/posts';
import { z } from 'zod';

const pieces = z
  .array(z.object({ text: z.string(), marked: z.boolean() }))
  .describe('plain text in pieces; what was searched for is marked');

export const searchAnswer = z.object({
  total: z.number().describe('how many posts were found, of those looked at'),
  bounded: z.boolean().describe('whether more match than were looked at: then it was the newest'),
  mended: z
    .string()
    .nullable()
    .describe('what was searched for instead, where nothing has the words as they came'),
  cut: z.boolean().describe('whether the query was too long and only its beginning was searched for'),
  page: z.number(),
  more: z.boolean().describe('whether there is a next page'),
  results: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      locale: z.string(),
      title: pieces,
      snippet: pieces,
      kind: z.enum([...POST_KINDS, 'headline']),
      publishedAt: z.string().describe('ISO 8601, UTC'),
      category: z.string().nullable(),
      tags: z.array(z.string()),
      origin: z.string(),
      mission: z
        .string()
        .nullable()
        .describe('whose own words to a headline were found: its translation, or what it says beside it'),
    }),
  ),
});
