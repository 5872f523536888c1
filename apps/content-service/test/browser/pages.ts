import { ORIGIN } from './browser.ts';

/** A page the tests look at, and what must be so about it. */
export interface Sample {
  name: string;
  path: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  status: number;
  /** Words a reader must find on it. */
  words: string;
}

interface TimelineAnswer {
  headlines: { url: string; title: string }[];
  posts: { url: string; title: string }[];
}

const page = (name: string, path: string, lang: string, words: string): Sample => ({
  ...{ name, path, lang, words },
  dir: lang === 'ar' ? 'rtl' : 'ltr',
  status: 200,
});

/** One of every kind of page, in three scripts and both directions. */
export async function samplePages(): Promise<Sample[]> {
  const { headlines, posts } = await timeline('wellington', 'en');
  const { headlines: cairo } = await timeline('cairo', 'ar');
  const [post] = posts;
  const [headline] = headlines;
  if (!post || !headline || !cairo[0]) throw new Error('the demo data has no post or no headline');
  return [
    page('portal', '/', 'id', 'Kementerian Luar Negeri'),
    page('portal-en', '/en/', 'en', 'Ministry of Foreign Affairs'),
    page('missions', '/missions', 'id', 'KBRI Tokyo'),
    page('tokyo', '/tokyo/', 'id', 'KBRI Tokyo'),
    page('tokyo-ja', '/tokyo/ja/', 'ja', 'Tokyo'),
    page('cairo-ar', '/cairo/ar/', 'ar', 'Kairo'),
    page('singapore', '/singapore/', 'id', 'KBRI Singapura'),
    page('wellington', '/wellington/', 'id', 'KBRI Wellington'),
    page('post', new URL(post.url).pathname, 'en', post.title),
    page('headline', new URL(headline.url).pathname, 'en', headline.title),
    page('headlines', '/cairo/ar/headlines', 'ar', cairo[0].title),
    { ...page('not-found', '/tokyo/ja/nothing-here', 'ja', 'Tokyo'), status: 404 },
  ];
}

async function timeline(site: string, locale: string): Promise<TimelineAnswer> {
  const answer = await fetch(`${ORIGIN}/api/v1/sites/${site}/timeline?locale=${locale}`);
  return (await answer.json()) as TimelineAnswer;
}
