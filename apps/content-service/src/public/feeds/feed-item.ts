import { bestText, directionOf, translator } from '@warta/languages';
import { escapeHtml, htmlElsewhere, type MissionPart, type MissionWords } from '@warta/rendering';
import { type Site, siteName } from '@warta/sites';
import type { EntryText, FeedEntry, FoundBody } from '@warta/timeline';
import type { Config } from '../../config.ts';
import { categoryName, tagLabel } from '../entries.ts';
import { kindLine } from '../kind-lines.ts';
import { type Addressed, postUrl } from '../links.ts';
import { missionPart, translationMark } from '../mission-part.ts';
import { wordsFor } from '../tongue.ts';
import type { FeedItem } from './feed.ts';
import { kindInFeed } from './kind-in-feed.ts';

/** Where a feed is read: its site, whose language, clock and categories it has. */
export interface FeedPlace {
  site: Site;
  locale: string;
  /** On whose site an entry stands. */
  standsOn: (entry: FeedEntry) => Addressed;
}

/** An entry with the text that a feed in this language takes of it. */
export interface ChosenEntry {
  entry: FeedEntry;
  text: EntryText;
}

/** Each entry with its best text; those without one are left out. */
export function chooseTexts(entries: readonly FeedEntry[], { site, locale }: FeedPlace): ChosenEntry[] {
  return entries.flatMap((entry) => {
    const text = bestText(entry.texts, locale, site.locales);
    return text ? [{ entry, text }] : [];
  });
}

/** An entry of a feed but for its picture. */
export function feedItem(
  config: Config,
  place: FeedPlace,
  { entry, text }: ChosenEntry,
  body: FoundBody,
): FeedItem {
  const { site, locale } = place;
  const url = postUrl(config, place.standsOn(entry), text);
  const canonical = postUrl(config, entry.origin, text);
  const mark = text.mission && translationMark(site, locale);
  const summary = text.summary || text.title;
  return {
    id: `urn:uuid:${entry.post}`,
    url,
    ...(canonical !== url && !mark && { canonical }),
    title: text.title,
    language: text.locale,
    summary: mark ? `${mark}. ${summary}` : summary,
    html: wholeText(place, { entry, text }, body, new URL(url).origin),
    published: entry.publishAt,
    updated: latest(entry.publishAt, text.savedAt, entry.correctedAt, body.saidAt),
    author: wordsFor(entry.origin.name, locale, site.locales)?.text ?? entry.origin.slug,
    ...(entry.category && {
      category: { term: entry.category, label: categoryName(site, entry.category, locale) },
    }),
    tags: entry.tags.map((tag) => tagLabel(tag, locale, text.locale).label),
  };
}

/** The text, with what its page says above and below it. */
function wholeText(
  { site, locale }: FeedPlace,
  { entry, text }: ChosenEntry,
  body: FoundBody,
  origin: string,
): string {
  const mission = missionPart(body, { site, locale, textLocale: text.locale });
  const name = siteName(site, locale);
  const { when, deadline } = kindLine(site, locale, entry);
  const facts = [when?.text, when?.place, deadline?.text].filter((fact) => fact !== undefined);
  return [
    text.mission ? paragraph(`${translationMark(site, locale)}.`) : '',
    mission?.intro ? said(name, mission.intro, origin) : '',
    ...facts.map(paragraph),
    inTongue(text.locale, htmlElsewhere(body.html, origin)),
    kindInFeed(entry.kind, body, { site, locale, textLocale: text.locale, origin }),
    mission?.note ? said(name, mission.note, origin) : '',
    mission ? contactsOf(mission, name, locale) : '',
  ].join('');
}

/** What a mission says itself, under its name, so that it is told from the official text. */
function said(name: string, { html, lang, earlier }: MissionWords, origin: string): string {
  const words = `${earlier ? paragraph(earlier) : ''}${inTongue(lang, htmlElsewhere(html, origin))}`;
  return `<blockquote><p><strong>${escapeHtml(name)}</strong></p>${words}</blockquote>`;
}

function contactsOf({ contacts }: MissionPart, name: string, locale: string): string {
  const heading = translator(locale)('mission.contacts', { name });
  if (contacts.length === 0) return '';
  const lines = contacts.map(
    ({ label, text }) => `<li>${escapeHtml(label ? `${label}: ${text}` : text)}</li>`,
  );
  return `${paragraph(heading)}<ul>${lines.join('')}</ul>`;
}

const inTongue = (lang: string, html: string) =>
  `<div lang="${escapeHtml(lang)}" dir="${directionOf(lang)}">${html}</div>`;
const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

function latest(...moments: (Date | string | null)[]): Date {
  return new Date(Math.max(...moments.map((moment) => (moment ? new Date(moment).getTime() : 0))));
}
