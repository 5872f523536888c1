import type { PostPage } from '../page-models.ts';
import type { KindPart } from '../page-parts.ts';
import { picture } from './sample-entries.ts';
import { postPage } from './sample-pages.ts';
import type { SampleLang } from './sample-texts.ts';

const stamp = { iso: '2026-12-04T18:00:00+09:00', text: 'Jumat, 4 Desember 2026 18.00 Waktu Jepang' };
const bare = picture('tanpa-kata', '');
const links = { host: 'YouTube', watch: 'https://video.example/1', play: '/tokyo/id/a?video' };

/** What each kind may add, with much and with little. */
const PARTS: KindPart[] = [
  { kind: 'event', when: stamp, calendar: '/tokyo/id/a.ics' },
  {
    kind: 'event',
    when: { ...stamp, place: 'Balai <A>' },
    place: { name: 'Balai <A>', address: 'Jalan "B" 1', link: 'https://peta.example/?a=1&b=2' },
    online: 'https://rapat.example/',
    calendar: '/tokyo/id/a.ics',
  },
  {
    kind: 'opportunity',
    type: 'Beasiswa',
    deadline: { ...stamp, closed: false },
    link: 'https://lamar.example/',
  },
  { kind: 'opportunity', type: 'Tender', deadline: { ...stamp, closed: true } },
  {
    kind: 'gallery',
    pictures: [
      { picture: picture('satu', 'Tari <piring>'), full: '/media/1/1600.jpg', caption: 'Tari & musik' },
      {
        picture: bare,
        full: '/media/2/1600.jpg',
        caption: '踊り',
        captionTongue: { lang: 'ja', dir: 'ltr' },
      },
      { picture: bare, full: '/media/3/1600.jpg' },
    ],
  },
  { kind: 'video', ...links },
  { kind: 'video', ...links, poster: picture('poster', 'Panggung') },
  { kind: 'video', ...links, frame: 'https://frame.example/1?a=1&b=2' },
  { kind: 'poster', picture: picture('poster', 'Poster'), full: '/media/4/1600.jpg' },
];

/** A post of each kind, and a page, which has no date. */
export function kindPages(lang: SampleLang): PostPage[] {
  const page = postPage(lang, 4);
  const { published, cover, ...entry } = page.entry;
  return [...PARTS.map((part) => ({ ...page, part })), { ...page, entry, tags: [], translations: [] }];
}

/** Lines of lists as kinds have them. */
export const KIND_LINES = [
  { badge: 'Acara', when: { ...stamp, place: 'Balai <A>' } },
  { badge: 'Tender', deadline: { ...stamp, closed: true } },
];
