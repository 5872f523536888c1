import { translator } from '@warta/languages';
import { CATEGORIES } from '@warta/posts';
import { inLanguage, type Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { deskLanguage } from '../frame/words.ts';

/**
 * What a post of this site can be sorted by, with its names: the site's own, then the network's. One that a post
 * has and the site no longer stays in sight, until another is chosen.
 */
export function categoriesFor(request: FastifyRequest, site: Site, chosen: string): [string, string][] {
  const lang = deskLanguage(request);
  const t = translator(lang);
  const own = site.categories.map(({ key, label }): [string, string] => [
    key,
    inLanguage(label, lang, site.locales) ?? key,
  ]);
  const all = [...own, ...CATEGORIES.map((key): [string, string] => [key, t(`category.${key}`)])];
  const isKnown = chosen === '' || all.some(([key]) => key === chosen);
  return isKnown ? all : [[chosen, chosen], ...all];
}
