import { localeWithRegion } from '@warta/languages';
import { wordsIn } from '@warta/media';
import type { SharePart } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { Cover } from '@warta/timeline';
import type { Config } from '../config.ts';
import { siteUrl } from './links.ts';

/** What a page tells of itself where it differs from what every page tells. */
export interface ShareOptions {
  /** Without the name of the site, which stands apart. */
  title?: string;
  type?: 'article' | 'website';
  picture?: Cover | null;
  /** Drawn for it, where it has no picture of its own; stands before `picture`. */
  image?: SharePart['image'] | undefined;
}

interface Shared extends ShareOptions {
  locale: string;
  title: string;
  url: string;
  siteName: string;
  alternates: readonly { lang: string }[];
}

/** How a page looks where somebody passes it on (Open Graph; cards of other networks are made of the same). */
export function shareHead(
  config: Config,
  site: Site,
  { locale, picture, image: drawn, ...shared }: Shared,
): SharePart {
  const { title, url, siteName, type = 'website' } = shared;
  const others = shared.alternates
    .map(({ lang }) => lang)
    .filter((lang) => lang !== 'x-default' && lang !== locale);
  const image = drawn ?? (picture ? imageOf(config, site, picture, locale) : undefined);
  return {
    type,
    title,
    url,
    siteName,
    locale: localeWithRegion(locale),
    alternates: others.map(localeWithRegion),
    ...(image && { image }),
  };
}

/** The largest JPEG that pages show. */
function imageOf(config: Config, site: Site, cover: Cover, locale: string) {
  const width = Math.max(...cover.widths, 0) || cover.width;
  const { origin } = new URL(siteUrl(config, site));
  return {
    src: `${origin}/media/${cover.id}/${width}.jpg`,
    width,
    height: Math.round((cover.height * width) / cover.width),
    alt: wordsIn(cover.alt, locale)?.text ?? '',
  };
}
