import { translator } from '@warta/languages';
import { type EmergencySite, PRACTICE, siteName } from '@warta/sites';
import { PORTAL } from '../pages/answer.ts';
import { PORTAL_LOCALES, type PortalLocale, readAddress, readSiteAddress } from '../public/address.ts';
import { homeUrl, linksFrom, portalLocale, portalUrl } from '../public/links.ts';
import { wordsFor } from '../public/tongue.ts';
import { bannerFor } from './banner.ts';
import { draw, languagesOf, ministryOf, type PlainContext, plainBase } from './plain-context.ts';
import { showNumber } from './show-alert.ts';

/** An address that was asked for; `ownHost` as in `PublicRequest`. */
export interface Asked {
  ownHost: string | undefined;
  path: string;
}

const OF_ALL = ['/', '/en/', '/help', '/en/help'];

interface Options {
  /** 503 where the database is away, 500 where something is wrong here, 429 where somebody asks too much. */
  status?: 429 | 500 | 503;
  /** Another theme than the site's, for where that one cannot draw. */
  theme?: string | undefined;
}

/**
 * What is said where a page cannot be made, most often because the database is away: the alerts of its site, and whom
 * to reach there; on the portal, whom to reach anywhere.
 */
export function emergencyPage(
  context: PlainContext,
  asked: Asked,
  { status = 503, theme }: Options = {},
): string {
  const { config, board } = context;
  const { site, locale } = whoseOf(context, asked);
  const look = { accent: site.accent, theme: theme ?? site.theme };
  const ministry = ministryOf(context);
  const t = translator(locale);
  const isPortal = site.id === ministry.id;
  const ofAll = isPortal && OF_ALL.includes(asked.path);
  const known = ofAll
    ? board.sites.filter(({ kind }) => kind !== PRACTICE)
    : [board.site(site.id), isPortal ? undefined : board.site(ministry.id)];
  const banner = bannerFor(config, board, { site: isPortal ? PORTAL : site.id, locale });
  const heading = t(`notice.${status}.heading`);
  const link = linksFrom(config, site);
  const name = isPortal ? t('ministry.name') : siteName(site, locale);
  const portal = portalLocale(locale);
  return draw(context, look, {
    kind: 'emergency',
    ...plainBase(context, look, locale),
    title: t('title.of', { title: heading, name }),
    noindex: true,
    home: homeOf(context, site, locale, isPortal),
    languages: languagesOf(isPortal ? PORTAL_LOCALES : site.locales, locale, (lang) =>
      link(isPortal ? portalUrl(config, lang as PortalLocale) : homeUrl(config, site, lang)),
    ),
    heading,
    message: t(`notice.${status}.message`),
    ...(banner && { banner }),
    contacts: known.flatMap((one) => (one?.contacts.length ? contactsOf(one, locale) : [])),
    ofAll,
    ...(!ofAll && {
      help: {
        href: link(`${config.publicUrl}${portal === 'id' ? '/help' : '/en/help'}`),
        label: t('emergency.ofAll'),
      },
    }),
  });
}

/** The site that an address names, and the language it is to be answered in; the ministry's for all others. */
function whoseOf(context: PlainContext, { ownHost, path }: Asked) {
  const address = ownHost === undefined ? readAddress(path) : readSiteAddress(path);
  const slug = address && 'site' in address ? address.site : undefined;
  const named = ownHost !== undefined ? { host: ownHost } : { slug: slug ?? '' };
  const site = context.board.siteNamed(named);
  if (!site) return { site: ministryOf(context), locale: path.startsWith('/en/') ? 'en' : 'id' };
  const asked = address && 'locale' in address ? address.locale : undefined;
  const locale = asked !== undefined && site.locales.includes(asked) ? asked : (site.locales[0] ?? 'id');
  return { site, locale };
}

function homeOf(
  { config }: PlainContext,
  site: Pick<EmergencySite, 'slug' | 'host' | 'locales' | 'name'>,
  locale: string,
  isPortal: boolean,
) {
  const link = linksFrom(config, site);
  if (isPortal) {
    const href = link(portalUrl(config, portalLocale(locale)));
    return { href, label: translator(locale)('ministry.name') };
  }
  const name = wordsFor(site.name, locale, site.locales);
  return {
    href: link(homeUrl(config, site, locale)),
    label: name?.text ?? site.slug,
    ...(name?.tongue && { tongue: name.tongue }),
  };
}

function contactsOf(site: EmergencySite, locale: string) {
  const name = wordsFor(site.name, locale, site.locales);
  return {
    name: name?.text ?? site.slug,
    ...(name?.tongue && { tongue: name.tongue }),
    numbers: site.contacts.map((contact) => showNumber(contact, { ...site, locale })),
  };
}
