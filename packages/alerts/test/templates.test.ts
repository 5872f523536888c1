import { CATALOGUES } from '@warta/languages';
import t from 'tap';
import {
  approveTemplate,
  changeTemplate,
  draftAlert,
  ensureTemplates,
  findTemplate,
  listTemplates,
  templateInput,
} from '../src/index.ts';
import { clock, network, person, quake } from './support.ts';

t.test('the templates that come with Warta can be used at once, in ten languages', async (t) => {
  const { db } = await network(t);
  const templates = await listTemplates(db);
  t.ok(templates.length >= 12);
  for (const { code, content, waiting, approved } of templates) {
    t.match({ approved, waiting }, { approved: 1, waiting: null }, code);
    t.same(content?.texts.map(({ locale }) => locale).sort(), [...CATALOGUES.keys()], code);
    const words = content?.texts.flatMap(({ heading, body, instruction }) => [heading, body, instruction]);
    t.notMatch(words?.join(' ').replaceAll('{place}', ''), /[{}]/, 'no other placeholder');
  }
  t.same(
    templates.filter(({ kind }) => kind === 'solemn').map(({ code }) => code),
    ['death', 'mourning'],
  );
  await ensureTemplates(db, clock);
  t.equal((await listTemplates(db)).length, templates.length, 'putting them there again changes nothing');
});

t.test('changed words are used once somebody else has approved them', async (t) => {
  const { db } = await network(t);
  const [ani, budi] = [person('ani'), person('budi')];
  const texts = [{ locale: 'id', event: 'Gempa', heading: 'Gempa!', body: 'Baru.', instruction: 'Lari.' }];
  const input = templateInput.parse({ ...(await findTemplate(db, 'earthquake'))?.content, texts });
  const which = { code: 'earthquake', kind: 'hazard' as const };
  const changed = await changeTemplate(db, ani, { ...which, expected: 1 }, input);
  t.match(changed, { version: 2, approved: 1, waiting: { by: 'ani', content: { texts } } });
  const headings = async () =>
    (await draftAlert(db, ani, quake())).draft?.content.texts.map(({ heading }) => heading);
  t.ok((await headings())?.includes('Gempa bumi di Jepang'), 'until then the old ones');

  await t.rejects(changeTemplate(db, budi, { ...which, expected: 1 }, input), { code: 'stale-version' });
  await t.rejects(approveTemplate(db, ani, 'earthquake', 2), { code: 'conflict' }, 'not by who wrote them');
  await t.rejects(approveTemplate(db, clock, 'earthquake', 2), { code: 'conflict' }, 'nor by a program');
  await t.rejects(approveTemplate(db, budi, 'earthquake', 1), { code: 'stale-version' });
  t.match(await approveTemplate(db, budi, 'earthquake', 2), { approved: 2, waiting: null });
  t.same(await headings(), ['Gempa!']);
  await t.rejects(approveTemplate(db, budi, 'earthquake', 2), { code: 'conflict' });

  await changeTemplate(db, ani, { code: 'heat', kind: 'hazard', expected: 0 }, input);
  await t.rejects(draftAlert(db, ani, quake({ template: 'heat' })), { errors: [{ field: 'template' }] });
  await approveTemplate(db, budi, 'heat', 1);
  t.ok(await draftAlert(db, ani, quake({ template: 'heat' })));
});
