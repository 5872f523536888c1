import type { Words } from '@warta/database';
import { translator } from '@warta/languages';
import { inLanguage, siteName } from '@warta/sites';
import { type Answer, PORTAL } from '../pages/answer.ts';
import { type PublicContext, themeOf } from './context.ts';
import type { SiteFound } from './finders.ts';
import { homeUrl, isMinistry, linksFrom } from './links.ts';
import { pageBase } from './page-base.ts';

type Status = Extract<Answer, { kind: 'notice' }>['status'];

/** Words of a site, in its language, for what is not there, with the way back to its home. */
export async function answerNotice(
  context: PublicContext,
  found: SiteFound,
  locale: string,
  status: Status,
  words: { heading?: string; message?: string | undefined } = {},
): Promise<Answer> {
  const { site } = found;
  const t = translator(locale);
  const heading = words.heading ?? t(`notice.${status}.heading`);
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'notice',
    ...pageBase(context, site, {
      locale,
      title: t('title.of', { title: heading, name: siteName(site, locale) }),
      frame: await frameOf(context, found),
      noindex: true,
    }),
    status,
    heading,
    message: words.message ?? t(`notice.${status}.message`),
    back: {
      href: linksFrom(context.config, site)(homeUrl(context.config, site, locale)),
      label: t(`notice.${status}.back`),
    },
  });
  const place = { site: isMinistry(site) ? PORTAL : site.id, locale };
  return { kind: 'notice', status, body, place };
}

/** The stand-in has none, and must do without the database. */
async function frameOf({ find }: PublicContext, { site, readAt }: SiteFound) {
  return site.id === '' ? undefined : (await find.frame({ site: site.id, readAt })).frame;
}

/**
 * A recalled headline, or what a site withdrew itself: a neutral sentence, or the one that was given; never its
 * title or the reason.
 */
export function answerGone(
  context: PublicContext,
  found: SiteFound,
  locale: string,
  { notice, own: withdrawn }: { notice: Words | null; own: boolean },
): Promise<Answer> {
  const { site } = found;
  const own = site.locales.includes(locale) ? locale : (site.locales[0] ?? 'id');
  const message = notice ? inLanguage(notice, own, site.locales) : undefined;
  if (!withdrawn) return answerNotice(context, found, own, 410, { message });
  const t = translator(own);
  const neutral = t('notice.410.own.message', { name: siteName(site, own) });
  return answerNotice(context, found, own, 410, {
    heading: t('notice.410.own.heading'),
    message: message ?? neutral,
  });
}
