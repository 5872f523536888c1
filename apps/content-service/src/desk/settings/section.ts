import type { Theme } from '@warta/rendering';
import { type Site, type SiteChange, type SiteSettings, siteSettings } from '@warta/sites';
import type { Sent } from '../frame/forms.ts';
import type { Labels } from './labels.ts';

export type Fields = Record<string, string>;

/** A few settings that are looked at and saved together, on a page of their own. */
export interface Section {
  name: string;
  /** How its form shows what is set. */
  fields: (settings: SiteSettings) => Fields;
  /**
   * What a form that was sent sets.
   * @throws {DomainError} `invalid`, by the form's fields
   */
  read: (sent: Sent, site: Site, themes: ReadonlyMap<string, Theme>) => SiteChange;
  /** What its page shows besides. */
  model?: (page: PageInput) => object;
}

export interface PageInput {
  site: Site;
  /** All sites, for those that serve instead. */
  sites: readonly Site[];
  themes: ReadonlyMap<string, Theme>;
  fields: Fields;
  lang: 'id' | 'en';
  labels: Labels;
}

/** The settings of a site as they are saved: other sites by slug. */
export function settingsOf(site: Site): SiteSettings {
  const { servedBy, ...rest } = site;
  const picked = Object.keys(siteSettings.shape).flatMap((key) =>
    key in rest ? [[key, rest[key as keyof typeof rest]]] : [],
  );
  return {
    ...(Object.fromEntries(picked) as Omit<SiteSettings, 'servedBy'>),
    servedBy: servedBy.map(({ slug }) => slug),
  };
}

/** A field that two people have set otherwise. */
export interface Difference {
  field: string;
  mine: string;
  standing: string;
}

/** Where what was sent differs from what stands. */
export function differences(mine: Fields, standing: Fields): Difference[] {
  const names = new Set([...Object.keys(standing), ...Object.keys(mine)]);
  return [...names]
    .filter((name) => !name.endsWith('.place') && (mine[name] ?? '') !== (standing[name] ?? ''))
    .map((field) => ({ field, mine: mine[field] ?? '', standing: standing[field] ?? '' }));
}
