import { bestText } from '@warta/languages';
import type { HeadlineAt } from './headline-at.ts';

/** What a headline is called at the desk; undefined while no language has a title. */
export function titleOf(
  { drafts, sent }: Pick<HeadlineAt, 'drafts' | 'sent'>,
  lang: string,
): string | undefined {
  const texts = drafts.length > 0 ? drafts : (sent?.translations ?? []);
  return bestText(
    texts.filter(({ title }) => title !== ''),
    lang,
    ['id', 'en'],
  )?.title;
}
