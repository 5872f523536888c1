import { translator } from '@warta/languages';
import { MINISTRY, type Site, siteName } from '@warta/sites';
import { type Answer, PORTAL } from '../../pages/answer.ts';
import type { PortalLocale } from '../address.ts';
import { type PublicContext, themeOf } from '../context.ts';
import type { SiteFound } from '../finders.ts';
import { HTML } from '../home.ts';
import { linksFrom, portalLocale, portalSearchUrl, searchUrl } from '../links.ts';
import { pageBase } from '../page-base.ts';
import { portalBase } from '../portal-base.ts';
import { searchChoices } from './search-choices.ts';
import { type Filter, filterOf, readTyped, searchQuery, type Typed } from './search-form.ts';
import { hitsOnAll, hitsOnSite } from './search-hits.ts';
import { type Outcome, searchNow, wordsOf } from './search-outcome.ts';

/** A search as it stands in an address. */
export interface SearchAsked {
  query: URLSearchParams;
  page: number;
}

/** A search of what stands on a site: its own posts and what the ministry sent it. */
export async function answerSiteSearch(
  context: PublicContext,
  found: SiteFound,
  locale: string,
  { query, page }: SearchAsked,
): Promise<Answer> {
  const { site } = found;
  const { config } = context;
  const typed = { ...readTyped(query), site: '' };
  const { filter, problems } = filterOf(typed, site, locale);
  const outcome = await searchNow(context, { ...filter, typed: typed.q, site: site.id, locale, page });
  const around = await context.find.frame({ site: site.id, readAt: found.readAt });
  const here = (lang: string) => `${searchUrl(config, site, lang)}${searchQuery(typed)}`;
  const body = await context.draw(themeOf(context, site.theme), {
    kind: 'search',
    ...pageBase(context, site, {
      locale,
      title: titleOf(typed, locale, siteName(site, locale)),
      frame: around.frame,
      inLanguage: here,
      noindex: true,
    }),
    ...form(typed, filter, locale, linksFrom(config, site)(searchUrl(config, site, locale)), outcome, page),
    ...wordsOf(typed.q, outcome, locale),
    problems,
    choices: searchChoices(site, locale, typed),
    hits: hitsOnSite(context, site, locale, outcome.results),
    everywhere: linksFrom(
      config,
      site,
    )(`${portalSearchUrl(config, portalLocale(locale))}${searchQuery({ q: typed.q })}`),
  });
  return unkept(body, { site: site.id, locale });
}

/** A search of all sites, or of one that was chosen. */
export async function answerSearch(
  context: PublicContext,
  { site: ministry, readAt }: SiteFound,
  locale: PortalLocale,
  { query, page }: SearchAsked,
): Promise<Answer> {
  const { config } = context;
  const typed = readTyped(query);
  const { sites } = await context.find.directory();
  const chosen = typed.site ? (await context.find.site({ slug: typed.site })).site : undefined;
  const { filter, problems } = filterOf(typed, ministry, locale);
  const t = translator(locale);
  if (typed.site && !chosen)
    problems.push(t('search.unknown', { field: t('search.site'), value: typed.site }));
  const wanted = { ...filter, typed: typed.q, site: chosen?.id, locale, page };
  const outcome = await searchNow(context, wanted);
  const around = await context.find.frame({ site: ministry.id, readAt });
  const body = await context.draw(themeOf(context, ministry.theme), {
    kind: 'search',
    ...portalBase(context, ministry, {
      locale,
      title: titleOf(typed, locale, t('ministry.name')),
      frame: around.frame,
      noindex: true,
      at: (lang) => `${portalSearchUrl(config, lang)}${searchQuery(typed)}`,
    }),
    ...form(
      typed,
      filter,
      locale,
      linksFrom(config, ministry)(portalSearchUrl(config, locale)),
      outcome,
      page,
    ),
    ...wordsOf(typed.q, outcome, locale),
    problems,
    choices: searchChoices(ministry, locale, typed, sites),
    hits: await hitsOf(context, ministry, locale, outcome, chosen),
  });
  return unkept(body, { site: PORTAL, locale });
}

function hitsOf(context: PublicContext, ministry: Site, locale: string, outcome: Outcome, chosen?: Site) {
  const isOther = chosen && chosen.kind !== MINISTRY;
  if (!isOther) return hitsOnAll(context, ministry, locale, outcome.results);
  const link = linksFrom(context.config, ministry);
  return hitsOnSite(context, chosen, locale, outcome.results).map((hit) => ({
    ...hit,
    href: link(hit.href),
  }));
}

function titleOf({ q }: Typed, locale: string, name: string): string {
  const t = translator(locale);
  const title = q ? t('search.title', { words: q }) : t('search.label');
  return t('title.of', { title, name });
}

function form(
  typed: Typed,
  filter: Filter,
  locale: string,
  action: string,
  { more, mended }: Outcome,
  page: number,
) {
  const t = translator(locale);
  const at = (number: number) => `${action}${searchQuery({ ...typed, q: mended ?? typed.q }, number)}`;
  const { q, ...limits } = typed;
  return {
    action,
    q,
    dates: (['from', 'to'] as const).map((name) => ({
      name,
      label: t(`search.${name}`),
      value: typed[name],
      type: typed[name] && !filter[name] ? ('text' as const) : ('date' as const),
    })),
    isNarrowed: Object.values(limits).some(Boolean),
    page,
    ...(page > 1 && { previous: at(page - 1) }),
    ...(more && { next: at(page + 1) }),
  };
}

/** Never kept: nobody else asks the same, and what was recalled is gone from it in the same moment. */
function unkept(body: string, place: { site: string; locale: string }): Answer {
  return { kind: 'page', body, type: HTML, readings: [], freshForMs: 0, place };
}
