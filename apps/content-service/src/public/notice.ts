import type { Words } from '@warta/database';
import { translator } from '@warta/languages';
import { inLanguage, type Site, siteName } from '@warta/sites';
import type { Answer } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import { homeUrl, linksFrom } from './links.ts';
import { pageBase } from './page-base.ts';

type Status = Extract<Answer, { kind: 'notice' }>['status'];

/** Words of a site, in its language, for what is not there, with the way back to its home. */
export async function answerNotice(
  context: PublicContext,
  site: Site,
  locale: string,
  status: Status,
  message?: string,
): Promise<Answer> {
  const t = translator(locale);
  const heading = t(`notice.${status}.heading`);
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'notice',
    ...pageBase(context, site, {
      locale,
      title: t('title.of', { title: heading, name: siteName(site, locale) }),
      noindex: true,
    }),
    status,
    heading,
    message: message ?? t(`notice.${status}.message`),
    back: {
      href: linksFrom(context.config, site)(homeUrl(context.config, site, locale)),
      label: t(`notice.${status}.back`),
    },
  });
  return { kind: 'notice', status, body };
}

/** A recalled headline: a neutral sentence, or the one the ministry gave; never its title or the reason. */
export function answerGone(
  context: PublicContext,
  site: Site,
  locale: string,
  notice: Words | null,
): Promise<Answer> {
  const own = site.locales.includes(locale) ? locale : (site.locales[0] ?? 'id');
  return answerNotice(context, site, own, 410, notice ? inLanguage(notice, own, site.locales) : undefined);
}
