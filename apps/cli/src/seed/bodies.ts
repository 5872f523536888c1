import { type PreparedText, prepareText } from '@warta/posts';
import { pick, randomFrom } from './random.ts';
import { HEADINGS, SENTENCES } from './sentences.ts';
import { LANGUAGES, type Language } from './titles.ts';

/** How many bodies differ in each language; their HTML is made once. */
export const BODIES_A_LANGUAGE = 25;

export type SampleBody = Pick<PreparedText, 'body' | 'html' | 'bodyHash'> & { summary: string };

/** Bodies of about 200 words with a heading, a list and a quotation, as texts of missions have. */
export function sampleBodies(): Record<Language, SampleBody[]> {
  const random = randomFrom(1945);
  const made = LANGUAGES.map((locale) => {
    const bodies = Array.from({ length: BODIES_A_LANGUAGE }, () => sampleBody(locale, random));
    return [locale, bodies] as const;
  });
  return Object.fromEntries(made) as Record<Language, SampleBody[]>;
}

function sampleBody(locale: Language, random: () => number): SampleBody {
  const sentences = shuffle(SENTENCES[locale], random);
  const paragraph = (count: number) => sentences.splice(0, count).join(' ');
  const summary = sentences[0] ?? '';
  const body = [
    paragraph(4),
    paragraph(3),
    `## ${pick(HEADINGS[locale], random)}`,
    sentences
      .splice(0, 3)
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    `> ${paragraph(1)}`,
    paragraph(2),
  ].join('\n\n');
  const { html, bodyHash } = prepareText({ locale, title: 'title', body }, 'body');
  return { body, html, bodyHash, summary };
}

function shuffle<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
