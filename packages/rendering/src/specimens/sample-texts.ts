import { readFileSync } from 'node:fs';

/** Words for the sample pages, in scripts that put a theme to the test. Invented; nothing here is official. */
export type SampleLang = 'id' | 'en' | 'ar' | 'ja';

interface SampleEntry {
  title: string;
  summary: string;
  category?: string;
  official?: true;
  pinned?: true;
  cover?: string;
  lang?: string;
  foreign?: string;
}

interface SampleTexts {
  site: { slug: string; name: string; fullName: string };
  language: { lang: string; label: string; dir: 'ltr' | 'rtl' };
  stamp: string;
  origin: string;
  note: string;
  entries: SampleEntry[];
  body: string;
}

/** The words of each language, out of `samples/`. */
export const sampleTexts: Record<SampleLang, SampleTexts> = {
  id: read('id'),
  en: read('en'),
  ar: read('ar'),
  ja: read('ja'),
};

function read(lang: SampleLang): SampleTexts {
  const file = (ending: string) =>
    readFileSync(new URL(`samples/${lang}.${ending}`, import.meta.url), 'utf8');
  return { ...JSON.parse(file('json')), body: file('md') };
}
