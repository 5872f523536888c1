import { ORIGIN, TOKEN } from './browser.ts';

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
  posts: { url: string; title: string; locale: string }[];
}

/** A page that is found. */
export const page = (name: string, path: string, lang: string, words: string): Sample => ({
  ...{ name, path, lang, words },
  dir: lang === 'ar' ? 'rtl' : 'ltr',
  status: 200,
});

/** One of every kind of page, in three scripts and both directions. */
export async function samplePages(): Promise<Sample[]> {
  const { headlines, posts } = await timeline('wellington', 'en');
  const { headlines: cairo } = await timeline('cairo', 'ar');
  const post = posts.find(({ locale }) => locale === 'en');
  const [headline] = headlines;
  if (!post || !headline || !cairo[0]) throw new Error('the demo data has no post or no headline');
  const adapted = await sampleAt('wellington', 'en', 'safe-travel');
  const translated = await sampleAt('tokyo', 'ja', 'darmasiswa');
  const videoPath = new URL(await videoInArabic()).pathname;
  return [
    page('portal', '/', 'id', 'Kementerian Luar Negeri'),
    page('portal-en', '/en/', 'en', 'Ministry of Foreign Affairs'),
    page('missions', '/missions', 'id', 'KBRI Tokyo'),
    page('help', '/help', 'id', 'KBRI Tokyo'),
    page('tokyo', '/tokyo/', 'id', 'KBRI Tokyo'),
    page('tokyo-ja', '/tokyo/ja/', 'ja', 'Tokyo'),
    page('cairo-ar', '/cairo/ar/', 'ar', 'Kairo'),
    page('singapore', '/singapore/', 'id', 'KBRI Singapura'),
    page('wellington', '/wellington/', 'id', 'KBRI Wellington'),
    page('post', new URL(post.url).pathname, 'en', post.title),
    page('headline', new URL(headline.url).pathname, 'en', headline.title),
    page('adapted', adapted, 'en', 'Official text of the ministry'),
    page('translated', translated, 'ja', '公式文書ではありません'),
    page('event', '/wellington/en/evening-of-gamelan-and-saman', 'en', 'New Zealand Time'),
    page('event-ja', '/tokyo/ja/indonesian-film-evening', 'ja', '大使館ホール'),
    page('opportunity', '/wellington/en/year-of-arts-and-language-study', 'en', 'Open until'),
    page('gallery', '/denhaag/id/setahun-kegiatan-dalam-gambar', 'id', 'Malam film di aula'),
    page('page', '/wellington/en/about', 'en', 'About the embassy'),
    page('contact', '/wellington/en/contact', 'en', 'Indonesian citizens in distress'),
    page('contact-ar', '/cairo/ar/contact', 'ar', '+44 20 7946 0123'),
    page('video', videoPath, 'ar', 'YouTube'),
    page('headlines', '/cairo/ar/headlines', 'ar', cairo[0].title),
    { ...page('not-found', '/tokyo/ja/nothing-here', 'ja', 'Tokyo'), status: 404 },
  ];
}

/** The address of a video, published once: the demo holds none, since no real one should be taken for a sample. */
async function videoInArabic(): Promise<string> {
  const answer = await fetch(`${ORIGIN}/api/v1/sites/cairo/posts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-video-in-arabic',
    },
    body: JSON.stringify({
      ...{ locale: 'ar', title: 'تسجيل حفل الموسيقى', summary: 'تسجيل كامل.', body: 'نص.', slug: 'tasjil' },
      ...{ kind: 'video', details: { link: 'https://www.youtube.com/watch?v=00000000000' } },
    }),
  });
  if (!answer.ok) throw new Error(`a video could not be published: ${await answer.text()}`);
  return ((await answer.json()) as { url: string }).url;
}

async function timeline(site: string, locale: string): Promise<TimelineAnswer> {
  const answer = await fetch(`${ORIGIN}/api/v1/sites/${site}/timeline?locale=${locale}`);
  return (await answer.json()) as TimelineAnswer;
}

/** Where a mission shows a headline of the demo: others that tests have sent may keep it from the home. */
async function sampleAt(site: string, locale: string, begins: string): Promise<string> {
  const answer = await fetch(`${ORIGIN}/api/v1/headlines?limit=200`);
  const headlines = (await answer.json()) as { translations: { slug: string }[] }[];
  const slugs = headlines.flatMap(({ translations }) => translations.map(({ slug }) => slug));
  const slug = slugs.find((each) => each.startsWith(begins));
  const { ok, url, body } = await fetch(`${ORIGIN}/${site}/${locale}/${slug}`);
  await body?.cancel();
  if (!slug || !ok) throw new Error(`the demo data has no headline ${begins} on ${site}`);
  return new URL(url).pathname;
}
