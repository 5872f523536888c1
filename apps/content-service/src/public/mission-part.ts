import { bestText, directionOf, languageName, translator } from '@warta/languages';
import type { MissionPart, MissionWords, TranslationNote } from '@warta/rendering';
import { contactLink, contactText, inLanguage, type Site, siteName } from '@warta/sites';
import type { EntryText, PostFound } from '@warta/timeline';
import type { Config } from '../config.ts';
import { stamp } from './entries.ts';
import { linksFrom, postUrl } from './links.ts';

type Found = Extract<PostFound, { kind: 'post' }>;
type Said = Pick<Found, 'mission'>;

/** The page on which a mission adds something: its site, the language of its own words and of the text. */
interface Place {
  site: Site;
  locale: string;
  textLocale: string;
}

/** What the mission says beside a headline, in the best language for the page; undefined where it says nothing. */
export function missionPart(found: Said, place: Place): MissionPart | undefined {
  const { mission } = found;
  if (!mission) return undefined;
  const intro = wordsOf(found, place, 'intro');
  const note = wordsOf(found, place, 'note');
  const contacts = contactsOf(found, place);
  if (!intro && !note && contacts.length === 0) return undefined;
  return { ...(intro && { intro }), ...(note && { note }), contacts };
}

function wordsOf(found: Said, { site, textLocale, locale }: Place, part: 'intro' | 'note') {
  const said = (found.mission?.texts ?? []).filter((text) => text[part] !== '');
  const best = bestText(said, textLocale, site.locales);
  if (!best) return undefined;
  const words: MissionWords = { html: best[part], lang: best.locale, dir: directionOf(best.locale) };
  return best.outdated ? { ...words, earlier: earlier('mission.earlier', best.since, site, locale) } : words;
}

/** That the official words have changed since, and when, where readers had them before. */
function earlier(key: string, since: string | null, site: Site, locale: string): string {
  const t = translator(locale);
  if (!since) return t(key);
  return t(`${key}.since`, { date: stamp(new Date(since), locale, site.timezone).text });
}

function contactsOf({ mission }: Said, { site, textLocale }: Place): MissionPart['contacts'] {
  return (mission?.contacts ?? []).flatMap((contact) => {
    const words =
      contact.kind === 'address' ? inLanguage(contact.address, textLocale, site.locales) : undefined;
    const text = contactText(contact) ?? words;
    const href = contactLink(contact);
    const label = inLanguage(contact.label, textLocale, site.locales);
    return text ? [{ kind: contact.kind, text, ...(label && { label }), ...(href && { href }) }] : [];
  });
}

/**
 * That the text of the page is the mission's own translation and not the official one, with the way to that, and
 * whether it is of an earlier version; undefined where the text is the official one.
 */
export function translationNote(
  config: Config,
  found: Found,
  text: EntryText,
  { site, locale }: Pick<Place, 'site' | 'locale'>,
): TranslationNote | undefined {
  if (!text.mission) return undefined;
  const official = bestText(
    found.entry.texts.filter(({ mission }) => !mission),
    locale,
    site.locales,
  );
  return {
    mark: translationMark(site, locale),
    ...(text.mission.outdated && {
      earlier: earlier('mission.translation.earlier', text.mission.since, site, locale),
    }),
    ...(official && {
      official: {
        href: linksFrom(config, site)(postUrl(config, site, official)),
        label: translator(locale)('mission.translation.official', {
          language: languageName(official.locale, locale),
        }),
      },
    }),
  };
}

/** Whose translation it is, said wherever its words stand. */
export const translationMark = (site: Pick<Site, 'name' | 'locales'>, locale: string): string =>
  translator(locale)('mission.translation', { name: siteName(site, locale) });
