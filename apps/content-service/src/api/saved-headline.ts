import { bestText } from '@warta/languages';
import type { Site } from '@warta/sites';
import type { SavedHeadline } from '@warta/sync';
import { postUrl } from '../public/links.ts';
import type { ApiContext } from './context.ts';

/** What a program is told of a headline it has changed. */
export function savedAnswer(
  { config }: ApiContext,
  status: number,
  origin: Site,
  { id, version, slugs, count }: SavedHeadline,
) {
  const texts = Object.entries(slugs).map(([locale, slug]) => ({ locale, slug }));
  const text = bestText(texts, origin.locales[0] ?? 'id', origin.locales);
  const url = text ? postUrl(config, origin, text) : '';
  return {
    status,
    headers: { etag: `"${version}"`, ...(status === 201 && { location: `/api/v1/headlines/${id}` }) },
    response: { id, version, url, audience: { count } },
  };
}
