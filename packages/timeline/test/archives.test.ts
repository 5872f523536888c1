import { postInput, publishPost } from '@warta/posts';
import { headlineInput, publishHeadline, recallHeadline } from '@warta/sync';
import t from 'tap';
import { type ArchiveOf, findArchive, findMonths } from '../src/index.ts';
import { actor, context, headline, network } from './support.ts';

const words = (more: object) => postInput.parse({ locale: 'id', title: 'Judul', body: 'Isi.', ...more });
const titlesOf = ({ entries }: { entries: { texts: { title: string }[] }[] }) =>
  entries.map(({ texts }) => texts[0]?.title);

t.test(
  'an archive holds what a site shows itself and what it was sent, each once, newest first',
  async (t) => {
    const { db, kemlu, tokyo, cairo } = await network(t);
    const shared = { category: 'culture', tags: ['film', 'kopi'] };
    await publishPost(
      db,
      actor,
      tokyo,
      words({ title: 'Pertama', ...shared, publishAt: '2026-01-31T15:30:00Z' }),
    );
    const sent = { ...shared, obligation: 'mandatory' };
    const kept = await publishHeadline(db, kemlu, headline(sent), context());
    await publishPost(db, actor, tokyo, words({ title: 'Kedua', ...shared }));
    await publishPost(db, actor, tokyo, words({ title: 'Lain', category: 'sport', tags: ['filmografi'] }));
    await publishPost(db, actor, cairo, words({ title: 'Di sana', ...shared }));
    await publishPost(
      db,
      actor,
      tokyo,
      words({ title: 'Nanti', ...shared, publishAt: '2999-01-01T00:00:00Z' }),
    );
    await publishPost(db, actor, tokyo, words({ title: 'Halaman', kind: 'page' }));
    await publishHeadline(db, kemlu, headline({ ...shared, obligation: 'optional' }), context());
    await publishHeadline(db, kemlu, headline({ ...shared, audience: { sites: ['cairo'] } }), context());
    await publishHeadline(db, kemlu, headline({ ...shared, publishAt: '2999-01-01T00:00:00Z' }), context());
    const archive = (of: ArchiveOf, page = 1) => findArchive(db, tokyo.id, of, page);

    for (const shown of [
      { by: 'category', name: 'culture' } as const,
      { by: 'tag', name: 'film' } as const,
    ]) {
      const found = await archive(shown);
      t.same(titlesOf(found), ['Kedua', 'Advisory', 'Pertama'], shown.by);
      t.ok((found.freshForMs ?? 0) > 0, 'and what is to come will change it');
      t.equal(found.audiences.length, 1);
    }
    t.same(titlesOf(await archive({ by: 'kind', name: 'article' })), ['Lain', 'Kedua', 'Pertama']);
    t.same(titlesOf(await archive({ by: 'tag', name: 'teh' })), []);

    const timeZone = 'Asia/Tokyo';
    t.same(
      titlesOf(await archive({ by: 'month', name: '2026-02', timeZone })),
      ['Pertama'],
      'by its own clock',
    );
    t.same(titlesOf(await archive({ by: 'month', name: '2026-01', timeZone })), []);
    const [now, before] = (await findMonths(db, tokyo.id, timeZone)).months;
    t.equal(now?.count, 3);
    t.same(before, { month: '2026-02', count: 1 });

    const recall = { reason: 'x' };
    await recallHeadline(db, kept.id, recall, context());
    t.same(titlesOf(await archive({ by: 'category', name: 'culture' })), ['Kedua', 'Pertama']);
    t.equal((await findMonths(db, tokyo.id, timeZone)).months[0]?.count, 2);
  },
);

t.test(
  'pages of an archive follow each other without a gap, local posts and headlines together',
  async (t) => {
    const { db, kemlu, tokyo } = await network(t);
    for (let i = 0; i < 42; i += 1) {
      const title = `N${i}`;
      if (i % 2) await publishPost(db, actor, tokyo, words({ title, category: 'trade' }));
      else {
        const translations = [{ locale: 'id', title, body: 'x' }];
        const input = headlineInput.parse({ translations, audience: { all: true }, category: 'trade' });
        await publishHeadline(db, kemlu, input, context());
      }
    }
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => findArchive(db, tokyo.id, { by: 'category', name: 'trade' }, page)),
    );
    t.same(
      pages.flatMap(titlesOf),
      Array.from({ length: 42 }, (_, i) => `N${41 - i}`),
    );
    t.same(
      pages.map(({ entries, older }) => [entries.length, older]),
      [
        [20, true],
        [20, true],
        [2, false],
        [0, false],
      ],
    );
  },
);
