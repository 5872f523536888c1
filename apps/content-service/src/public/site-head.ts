import { pictureSources } from '@warta/media';
import type { Link, SiteHead, SiteNotice } from '@warta/rendering';
import { inLanguage, type Site, SOCIAL_NAMES, type SocialAccount } from '@warta/sites';
import type { Config } from '../config.ts';
import { homeUrl, isMinistry, linksFrom, siteUrl } from './links.ts';
import { menuLinks } from './menu-links.ts';
import type { BaseOptions } from './page-base.ts';
import { siteLists } from './site-lists.ts';
import { wordsFor } from './tongue.ts';

/** What the head of every page says of its site. */
export function siteHead(
  config: Config,
  site: Site,
  { locale, frame, canonical }: Pick<BaseOptions, 'locale' | 'frame' | 'canonical'>,
): SiteHead {
  const name = wordsFor(site.name, locale, site.locales);
  const fullName = wordsFor(site.fullName, locale, site.locales);
  const notice = siteNotice(config, site, locale);
  return {
    name: name?.text ?? site.slug,
    ...(name?.tongue && { nameTongue: name.tongue }),
    ...(fullName && fullName.text !== name?.text && { fullName: fullName.text }),
    ...(fullName?.tongue && { fullNameTongue: fullName.tongue }),
    city: site.city,
    home: linksFrom(config, site)(homeUrl(config, site, locale)),
    isMinistry: isMinistry(site),
    ...(notice && { notice }),
    ...(frame?.logo && { logo: pictureSources(frame.logo, locale) }),
    menu: frame ? menuLinks(config, site, locale, frame.pages, canonical) : [],
    lists: siteLists(config, site, locale, frame),
    social: { mission: accounts(site, 'mission'), head: accounts(site, 'head') },
  };
}

function siteNotice(config: Config, site: Site, locale: string): SiteNotice | undefined {
  if (site.status === 'open') return undefined;
  const note = wordsFor(site.statusNote, locale, site.locales);
  return {
    status: site.status,
    ...(note && { note: note.text }),
    ...(note?.tongue && { noteTongue: note.tongue }),
    servedBy: site.servedBy.map((other) => ({
      href: linksFrom(config, site)(`${siteUrl(config, other)}/`),
      label: inLanguage(other.name, locale) ?? other.slug,
    })),
  };
}

/** Accounts by the name of their network; two on the same one are told apart by their own names. */
function accounts({ social }: Site, of: SocialAccount['of']): Link[] {
  const own = social.filter((account) => account.of === of);
  return own.map(({ platform, url }) => {
    const isOnly = own.filter((other) => other.platform === platform).length === 1;
    const name = SOCIAL_NAMES[platform];
    return { href: url, label: isOnly ? name : `${name} (${url.split('/').findLast(Boolean)})` };
  });
}
