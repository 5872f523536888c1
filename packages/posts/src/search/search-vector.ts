import { baseLanguage } from '@warta/languages';
import { type RawBuilder, sql } from 'kysely';
import { plainText, searchable } from './searchable.ts';
import { searchConfig } from './text-search-config.ts';

interface Searched {
  locale: string;
  title: string;
  summary: string;
  html: string;
  /** What is said beside the text; plain. */
  beside: string;
}

/** A text as `searchVector` takes it. */
export function searchParts({ locale, title, summary, html, beside }: Searched) {
  return {
    language: baseLanguage(locale),
    config: searchConfig(locale),
    title: searchable(title),
    summary: searchable(summary),
    body: searchable(plainText(html)),
    beside: searchable(beside),
  };
}

/** The columns of `searchParts` as rows come in JSON. */
export const searchPartColumns: RawBuilder<unknown> = sql`
  language text, config text, title text, summary text, body text, beside text`;

/**
 * What is searched in of row `x`, its parts one after the other (A to D), with what it is in words that no reader can
 * type: configuration, language, and the kind and site given.
 */
export const searchVector = (kind: RawBuilder<unknown>, site: RawBuilder<unknown>): RawBuilder<string> => sql`
  setweight(to_tsvector(x.config::regconfig, x.title), 'A')
  || setweight(to_tsvector(x.config::regconfig, x.summary), 'B')
  || setweight(to_tsvector(x.config::regconfig, x.body), 'C')
  || to_tsvector(x.config::regconfig, x.beside)
  || array_to_tsvector(array['@c' || x.config, '@l' || x.language, '@k' || ${kind}, '@s' || ${site}::text])`;
