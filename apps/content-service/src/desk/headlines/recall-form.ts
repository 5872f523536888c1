import { translator } from '@warta/languages';
import { type Headline, type RecallInput, recallInput } from '@warta/sync';
import { z } from 'zod';

/** Why a headline is taken back, and what readers find in its place. */
export const recallForm = z
  .object({
    reason: z.string().trim().min(1, 'missing').max(2000, 'too-much'),
    say: z.enum(['neutral', 'title', 'own']).default('neutral'),
  })
  .catchall(z.string().trim().max(600, 'too-much'))
  .refine(({ say, reason: _, ...own }) => say !== 'own' || Object.values(own).some(Boolean), {
    message: 'missing',
    path: ['say'],
  });
type Given = z.output<typeof recallForm>;

/** The notice that was chosen: a neutral one is the pages' own, and in their own languages. */
export function noticeFor(given: Given, sent: Headline | undefined): RecallInput['notice'] {
  if (given.say === 'neutral' || !sent) return undefined;
  const entries = sent.translations.flatMap(({ locale, title }): [string, string][] => {
    const words =
      given.say === 'title' ? translator(locale)('notice.410.titled', { title }) : given[`notice.${locale}`];
    return words ? [[locale, words]] : [];
  });
  if (entries.length === 0) return undefined;
  return recallInput.shape.notice.parse(Object.fromEntries(entries));
}
