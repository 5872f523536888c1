import { translator } from '@warta/languages';
import { escapeHtml } from '../escape-html.ts';
import type { Entry, Picture } from '../page-parts.ts';
import { seal } from '../seal.ts';
import { type SampleLang, sampleTexts } from './sample-texts.ts';

/** One of a language's sample entries, complete. */
export function entryOf(lang: SampleLang, index: number): Entry {
  const { entries, stamp, origin } = sampleTexts[lang];
  const text = entries[index];
  if (!text) throw new Error(`no sample ${index} in ${lang}`);
  const mark = text.official ? ({ number: 40 + index, version: 1, part: 'title' } as const) : undefined;
  const own = text.lang ?? lang;
  return {
    href: `/tokyo/${own}/sample-${index}`,
    title: seal(mark, escapeHtml(text.title)),
    summary: text.summary,
    lang: own,
    dir: own === 'ar' ? 'rtl' : 'ltr',
    ...(text.foreign ? { foreign: text.foreign } : {}),
    published: { iso: '2026-11-12T09:00:00+09:00', text: stamp },
    official: Boolean(text.official),
    ...(text.official ? { origin } : {}),
    pinned: Boolean(text.pinned),
    ...(text.category
      ? {
          category: {
            href: `/tokyo/${lang}/category/${text.category}`,
            label: translator(lang)(`category.${text.category}`),
          },
        }
      : {}),
    ...(text.cover ? { cover: picture(text.cover, text.title) } : {}),
  };
}

export function picture(name: string, alt: string): Picture {
  const widths = [320, 640, 960, 1280, 1920];
  const srcset = (type: string) =>
    widths.map((width) => `/media/${name}-${width}.${type} ${width}w`).join(', ');
  const sources = ['avif', 'webp'].map((type) => ({ type: `image/${type}`, srcset: srcset(type) }));
  return {
    sources,
    src: `/media/${name}-960.jpg`,
    width: 1920,
    height: 1280,
    alt,
    focus: { x: 0.5, y: 0.3 },
  };
}

/** What stands at the end of a post: others with its tags, where to pass it on, and those beside it. */
export function onwards(lang: SampleLang, official: boolean) {
  const link = { href: `/tokyo/${lang}/b`, label: 'B <b>', lang, dir: 'ltr' as const };
  return {
    tags: ['peduli-wni', 'gempa'].map((label) => ({ href: `/tokyo/${lang}/tag/${label}`, label, lang })),
    passOn: [{ href: 'https://wa.me/?text=a%20b', label: 'WhatsApp' }],
    ...(!official && { ways: { newer: link, older: link, related: [link] } }),
  };
}
