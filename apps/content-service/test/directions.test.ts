import { catalogueFor } from '@warta/languages';
import t from 'tap';
import { headline, testService } from './support.ts';

const VOID = new Set(['meta', 'link', 'img', 'input', 'br', 'hr', 'source', 'wbr']);
/** Elements of which nothing else stands in the same line. */
const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'li', 'dt', 'dd', 'a', 'title', 'option', 'button', 'label']);
const LATIN = /[A-Za-z]{2,}|\+\d/;
const ARABIC = /\p{Script=Arabic}/u;
const ISOLATED = /\u2068[^\u2068\u2069]*\u2069/g;
/** What the catalogue itself has in Latin letters stands where its translator put it. */
const KNOWN = new Set([...catalogueFor('ar').messages.values()].join(' ').match(/[A-Za-z]{2,}/g));

/** Words from left to right on a page from right to left that neither they nor anything around them isolates. */
function unisolated(html: string): string[] {
  const body = html.slice(html.indexOf('<body')).replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '');
  const open: { tag: string; isolates: boolean; children: number }[] = [];
  const found: string[] = [];
  for (const [, close, tag, attributes = '', text = ''] of body.matchAll(
    /<(\/?)([a-z][a-z0-9]*)([^>]*)>([^<]*)/g,
  )) {
    if (close) while (open.length > 0 && open.pop()?.tag !== tag);
    else if (!VOID.has(tag ?? ''))
      open.push({ tag: tag ?? '', isolates: tag === 'bdi' || /\sdir="/.test(attributes), children: 0 });
    if (!LATIN.test(text)) continue;
    if (ARABIC.test(text)) {
      if (isMixed(text)) found.push(text.trim());
      continue;
    }
    const alone = BLOCKS.has(open.at(-1)?.tag ?? '') && !close;
    if (!alone && !open.some(({ isolates }) => isolates)) found.push(text.trim());
  }
  return found;
}

/** Whether words from left to right stand in a sentence from right to left without being isolated in it. */
function isMixed(text: string): boolean {
  const rest = text.replace(ISOLATED, '').replace(ISOLATED, '');
  return (rest.match(/[A-Za-z]{2,}|\+\d/g) ?? []).some((word) => !KNOWN.has(word));
}

t.test(
  'on a page from right to left, names, numbers and addresses of the other direction are isolated',
  async (t) => {
    const { call, read } = await testService(t);
    const { headers } = await call('GET', '/sites/cairo/contacts');
    const contacts = [
      { purpose: 'emergency', kind: 'phone', value: '+442079460123' },
      { purpose: 'visas', kind: 'email', value: 'visa@cairo.example', label: { id: 'Loket visa' } },
      { purpose: 'general', kind: 'address', address: { en: '13 Aisha El Taimouria, Garden City' } },
    ];
    const put = await call('PUT', '/sites/cairo/contacts', contacts, { 'if-match': String(headers.etag) });
    t.equal(put.status, 200);
    await call('PATCH', '/sites/cairo', {
      name: { id: 'KBRI Kairo' },
      fullName: { id: 'Kedutaan Besar Republik Indonesia di Kairo' },
    });
    const details = {
      start: '2999-01-01T10:00:00Z',
      place: { name: 'Garden City Hall', address: '13 Main St' },
    };
    await call('POST', '/sites/cairo/posts', {
      locale: 'ar',
      title: 'فعالية',
      slug: 'faaliya',
      body: 'x',
      kind: 'event',
      details,
      tags: ['film', 'Kopi kita'],
      category: 'culture',
    });
    await call('POST', '/sites/cairo/posts', {
      locale: 'id',
      title: 'Berita dari Kairo',
      body: 'x',
      category: 'culture',
    });
    await call('POST', '/headlines', headline({ category: 'culture' }));
    const pages = [
      '',
      'contact',
      'faaliya',
      'events',
      'archive',
      'category/culture',
      'tag/Kopi%20kita',
      'headlines',
    ];
    for (const page of pages) {
      const { status, body } = await read(`/cairo/ar/${page}`);
      t.equal(status, 200, page);
      t.match(body, '<html lang="ar" dir="rtl">');
      t.same(unisolated(body), [], page);
    }
    t.same(
      unisolated('<body><p>a <span>KBRI Kairo</span></p>'),
      ['KBRI Kairo'],
      'what is not isolated is found',
    );
    t.equal(unisolated('<body><p>المزيد من KBRI Kairo</p>').length, 1, 'in a sentence as well');
    const { body } = await read('/cairo/ar/contact');
    t.match(body, '\u2068KBRI Kairo\u2069');
    const machines = [...body.matchAll(/<title>.*?<\/title>|<meta [^>]*>|<script[\s\S]*?<\/script>/g)];
    t.ok(machines.length > 5);
    t.notMatch(machines.join(), /[\u2068\u2069]/, 'search engines are told the words alone');
    for (const path of ['/cairo/ar/feed.xml', '/cairo/ar/feed.json']) {
      const feed = (await read(path)).body;
      t.match(feed, 'KBRI Kairo');
      t.notMatch(feed.slice(0, feed.indexOf('Berita')), /[\u2068\u2069]/, path);
    }
  },
);
