import { translator } from '@warta/languages';
import { escapeHtml } from '@warta/rendering';
import type { Banners } from '../alerts/banners.ts';
import { emergencyPage } from '../alerts/emergency-page.ts';
import type { PlainContext } from '../alerts/plain-context.ts';
import { isDatabaseAway } from '../database-away.ts';
import { UnavailableError } from '../pages/answer.ts';
import { answerTrouble, type PublicRequest } from './answer-address.ts';
import type { PublicContext } from './context.ts';
import { TooManySearchesError } from './search/search-limit.ts';

interface Means {
  context: PublicContext;
  plain: PlainContext;
  banners: Banners;
}

type Trouble = 429 | 500 | 503;

/**
 * What a reader is told where a page could not be made: in the site's theme while that draws, else in its plain page,
 * else in that of `base`, which needs no database, and at last in bare words.
 */
export async function pageOfTrouble(
  { context, plain, banners }: Means,
  request: PublicRequest,
  error: unknown,
): Promise<{ status: Trouble; body: string | Buffer; retryAfterS?: number }> {
  if (error instanceof TooManySearchesError) {
    const { retryAfterS } = error;
    return { status: 429, body: withoutDatabase(plain, request, 429), retryAfterS };
  }
  if (isForNow(error)) return { status: 503, body: withoutDatabase(plain, request, 503) };
  try {
    const answer = await answerTrouble(context, request);
    if (answer.kind === 'notice') return { status: 500, body: banners.into(answer.body, answer.place) };
  } catch (another) {
    if (isForNow(another)) return { status: 503, body: withoutDatabase(plain, request, 503) };
  }
  return { status: 500, body: withoutDatabase(plain, request, 500) };
}

const isForNow = (error: unknown) => error instanceof UnavailableError || isDatabaseAway(error);

function withoutDatabase(plain: PlainContext, request: PublicRequest, status: Trouble): string {
  for (const theme of [undefined, 'base']) {
    try {
      return emergencyPage(plain, request, { status, theme });
    } catch {
      // the theme's own templates are what is broken
    }
  }
  return bareWords(status);
}

/** Without any template, in the two languages that everybody here knows one of. */
function bareWords(status: Trouble): string {
  const said = ['id', 'en'].map((lang) => {
    const [heading, message] = ['heading', 'message'].map((part) =>
      escapeHtml(translator(lang)(`notice.${status}.${part}`)),
    );
    return `<section lang="${lang}"><h1>${heading}</h1><p>${message}</p></section>`;
  });
  return `<!doctype html><html lang="id"><meta charset="utf-8"><title>Warta</title>${said.join('')}</html>`;
}
