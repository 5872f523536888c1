import { bestText, directionOf, translator } from '@warta/languages';
import type { Link, PostWays, TextLink } from '@warta/rendering';
import type { Site } from '@warta/sites';
import type { Beside, BesidePost, EntryText } from '@warta/timeline';
import type { Config } from '../config.ts';
import { linksFrom, postUrl } from './links.ts';

/** The way from a post to the site's others, in the best language for its page. */
export function postWays(config: Config, site: Site, locale: string, beside: Beside): PostWays | undefined {
  const toLink = (post: BesidePost | undefined) => post && textLink(config, site, locale, post);
  const newer = toLink(beside.newer);
  const older = toLink(beside.older);
  const related = beside.related.flatMap((post) => toLink(post) ?? []);
  if (!newer && !older) return undefined;
  return { ...(newer && { newer }), ...(older && { older }), related };
}

function textLink(config: Config, site: Site, locale: string, { texts }: BesidePost): TextLink | undefined {
  const text = bestText(texts, locale, site.locales);
  if (!text) return undefined;
  const href = linksFrom(config, site)(postUrl(config, site, text));
  return { href, label: text.title, lang: text.locale, dir: directionOf(text.locale) };
}

/** Where readers can pass a post on: plain links that load nothing and tell nobody before they are followed. */
export function shareLinks(config: Config, site: Site, locale: string, text: EntryText): Link[] {
  const url = postUrl(config, site, text);
  const to = (address: string, query: Record<string, string>) => {
    const fields = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return `${address}?${fields.join('&')}`;
  };
  const { title } = text;
  return [
    { label: 'WhatsApp', href: to('https://wa.me/', { text: `${title} ${url}` }) },
    { label: 'Telegram', href: to('https://t.me/share/url', { url, text: title }) },
    { label: 'X', href: to('https://x.com/intent/post', { url, text: title }) },
    { label: 'Facebook', href: to('https://www.facebook.com/sharer/sharer.php', { u: url }) },
    { label: translator(locale)('contact.kind.email'), href: to('mailto:', { subject: title, body: url }) },
  ];
}
