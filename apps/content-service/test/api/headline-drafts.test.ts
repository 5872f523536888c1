import { newId } from '@warta/database';
import t from 'tap';
import { type TestService, testService, until } from '../support.ts';

const words = { title: 'Imbauan bagi WNI', summary: 'Tetap tenang.', body: 'Isi **penting**.' };
const first = { 'if-none-match': '*' };
const over = (version: number) => ({ 'if-match': `"${version}"` });

/** Begins a headline and gives its address. */
async function begin({ call }: TestService) {
  const { id } = (await call('POST', '/headline-drafts')).json();
  return { id, here: `/headline-drafts/${id}` };
}

t.test(
  'a program begins a headline, writes it, plans it, looks at it, sends it and corrects it',
  async (t) => {
    const test = await testService(t);
    const { call, read } = test;
    const begun = await call('POST', '/headline-drafts', undefined, { 'idempotency-key': 'a' });
    const { id } = begun.json();
    const here = `/headline-drafts/${id}`;
    t.match(begun, { status: 201, headers: { location: `/api/v1${here}` } });
    t.equal((await call('POST', '/headline-drafts', undefined, { 'idempotency-key': 'a' })).json().id, id);
    t.same((await call('GET', '/headline-drafts')).json(), [], 'nothing is written yet');

    t.match(await call('PUT', `${here}/texts/id`, words, first), { status: 201, headers: { etag: '"1"' } });
    const english = { title: 'Advisory', body: 'Text.', source: { locale: 'id', revision: 1 } };
    t.equal((await call('PUT', `${here}/texts/en`, english, first)).status, 201);
    t.match((await call('GET', '/headline-drafts')).json(), [
      { id, texts: [{ locale: 'id', title: words.title }, { locale: 'en' }], credit: null },
    ]);
    t.match((await call('GET', `${here}/texts/id/checks`)).json(), []);

    t.match((await call('GET', `${here}/review`)).json().stops, [{ field: 'audience' }]);
    const plan = {
      audience: { sites: ['tokyo', 'cairo'] },
      obligation: 'mandatory',
      acknowledgeWithin: 8,
      internalNote: 'Jangan berspekulasi.',
      standsUntil: '2999-01-01T00:00:00+07:00',
      credit: 'cairo',
    };
    t.match(await call('PUT', `${here}/plan`, plan, over(1)), { status: 200, headers: { etag: '"2"' } });
    const kept = await call('GET', `${here}/plan`);
    t.match(kept.json(), { ...plan, standsUntil: '2998-12-31T17:00:00.000Z' });
    t.match(
      await call('PUT', `${here}/plan`, kept.json(), over(2)),
      { headers: { etag: '"2"' } },
      'the same',
    );

    const review = (await call('GET', `${here}/review`)).json();
    t.match(review, {
      sent: null,
      planVersion: 2,
      languages: { id: 1, en: 1 },
      audience: { count: 2, included: ['cairo', 'tokyo'], excluded: [{ site: 'beijing', reason: /\w/ }] },
      missing: [
        { locale: 'ar', sites: 1 },
        { locale: 'ja', sites: 1 },
      ],
      appears: { kind: 'now' },
      stops: [],
      needsColleague: false,
    });
    t.match(
      review.shown.find(({ locale }: { locale: string }) => locale === 'id'),
      { sites: ['cairo', 'tokyo'], withoutOwn: [] },
    );
    const looked = { plan: review.planVersion, languages: review.languages };
    t.equal((await call('POST', `${here}/corrections`, looked, over(1))).status, 409, 'nothing was sent yet');
    const sent = await call('PUT', `${here}/publication`, looked);
    t.match(sent.json(), { id, version: 1, audience: { count: 2 } });
    t.match(sent, { status: 201, headers: { location: `/api/v1/headlines/${id}`, etag: '"1"' } });
    t.equal((await call('PUT', `${here}/publication`, looked)).status, 409);
    t.same((await call('GET', '/headline-drafts')).json(), [], 'it is written no longer');

    const address = '/tokyo/id/imbauan-bagi-wni-h1';
    const page = await read(address);
    t.match(page, { status: 200, body: /Isi <strong>penting<\/strong>/ });
    t.notMatch(page.body, 'berspekulasi');
    t.match((await read('/tokyo/')).body, words.title);
    t.notMatch((await read('/beijing/')).body, words.title);
    t.match((await call('GET', `/headlines/${id}`)).json(), { obligation: 'mandatory', credit: 'cairo' });
    t.equal((await call('GET', `/headlines/${id}/receptions`)).json().length, 2);
    const deliveries = async () => (await call('GET', `/headlines/${id}/deliveries`)).json();
    t.match(await until(deliveries, ({ pending }) => pending === 0), { live: 2 });

    await call('PUT', `${here}/texts/id`, { ...words, body: 'Isi yang benar.' }, over(1));
    t.notMatch((await read(address)).body, 'yang benar', 'readers have the old words until it is sent');
    const again = (await call('GET', `${here}/review`)).json();
    t.match(again, {
      sent: { version: 1, state: 'live' },
      languages: { id: 2, en: 1 },
      texts: [
        { locale: 'id', changed: ['body'], isNew: false },
        { locale: 'en', changed: [] },
      ],
    });
    const body = { plan: again.planVersion, languages: again.languages, note: 'Nomor diperbaiki.' };
    t.equal((await call('POST', `${here}/corrections`, body)).status, 428);
    t.equal((await call('POST', `${here}/corrections`, body, over(2))).status, 412);
    t.match((await call('POST', `${here}/corrections`, body, over(1))).json(), { id, version: 2 });
    t.match(
      (await read(address)).body,
      /Isi yang benar\.[\s\S]*Nomor diperbaiki\.|Nomor diperbaiki\.[\s\S]*Isi yang/,
    );

    const wider = { ...(await call('GET', `${here}/plan`)).json(), audience: { all: true } };
    const { headers } = await call('PUT', `${here}/plan`, wider, over(again.planVersion));
    t.match((await call('GET', here)).json(), { sent: { version: 2 }, plan: { audience: { all: true } } });
    const widened = { plan: Number(String(headers.etag).replaceAll('"', '')), languages: { id: 2, en: 1 } };
    t.match((await call('POST', `${here}/corrections`, widened, over(2))).json(), { audience: { count: 3 } });
    t.match((await call('GET', `/headlines/${id}`)).json(), { obligation: 'mandatory' }, 'the rest stayed');
    t.match((await call('GET', `${here}`)).json().plan, { audience: { all: true }, credit: 'cairo' });
  },
);

t.test('what is wrong, late or missing is refused, by the name of the field', async (t) => {
  const test = await testService(t);
  const { call } = test;
  const { here } = await begin(test);
  const wrong = (locale: string, content: object) => call('PUT', `${here}/texts/${locale}`, content, first);
  t.match((await wrong('de', words)).json(), { status: 422, errors: [{ field: 'locale', message: /de/ }] });
  t.match((await wrong('id', { ...words, kind: 'event' })).json(), { errors: [{ field: 'kind' }] });
  t.match((await wrong('id', { ...words, title: 'x'.repeat(201) })).json(), { errors: [{ field: 'title' }] });
  t.equal((await call('PUT', `${here}/texts/id`, words)).status, 428);
  t.equal((await call('GET', `${here}/texts/id`)).status, 404, 'nothing was half done');
  await call('PUT', `${here}/texts/id`, { ...words, body: '' }, first);
  const late = await call('PUT', `${here}/texts/id`, { ...words, body: 'Lain.' }, first);
  t.match(late, { headers: { etag: '"1"' } });
  t.match(late.json(), { status: 412, code: 'stale-version', theirs: { content: { title: words.title } } });

  const plans: [object, string][] = [
    [{ audience: { sites: ['atlantis'] } }, 'audience.sites.0'],
    [{ audience: {} }, 'audience'],
    [{ audience: { all: true }, publishAt: '2999-01-01T08:00' }, 'publishAt'],
    [{ waveAt: '2999-01-01T08:00Z' }, 'waveAt'],
    [{ obligation: 'urgent' }, 'obligation'],
  ];
  for (const [plan, field] of plans) {
    t.match((await call('PUT', `${here}/plan`, plan, over(1))).json(), { status: 422, errors: [{ field }] });
  }
  t.equal((await call('PUT', `${here}/plan`, {})).status, 428);
  const send = (plan: number, languages: object) => call('PUT', `${here}/publication`, { plan, languages });
  t.match((await send(1, { id: 1 })).json(), { status: 422, errors: [{ field: 'audience' }] });
  await call('PUT', `${here}/plan`, { audience: { all: true }, credit: 'atlantis' }, over(1));
  t.match((await call('PUT', `${here}/plan`, {}, over(1))).json(), { status: 412, code: 'stale-version' });
  t.match((await send(1, { id: 1 })).json(), { status: 412, errors: [{ field: 'plan', message: /2/ }] });
  t.match((await send(2, {})).json(), { status: 422 });
  t.match((await send(2, { id: 1 })).json(), { status: 422, errors: [{ field: 'credit' }] });
  await call('PUT', `${here}/plan`, { audience: { all: true } }, over(2));
  t.match((await send(3, { id: 1 })).json(), { status: 422, errors: [{ field: 'languages.id' }] });
  t.match((await call('GET', `${here}/review`)).json(), { languages: {}, stops: [{ field: 'languages' }] });
  await call('PUT', `${here}/texts/id`, words, over(1));
  const unseen = (await send(3, { id: 1 })).json();
  t.match(unseen, { status: 412, errors: [{ field: 'languages.id' }], theirs: { revision: 2 } });
  t.equal((await send(3, { id: 2, en: 1 })).status, 404, 'nothing is written in English');
  t.same((await call('GET', '/headlines')).json(), [], 'nothing went out');
  for (const path of ['', '/plan', '/review', '/texts/id', '/notes']) {
    t.equal((await call('GET', `/headline-drafts/${newId()}${path}`)).status, 404);
  }
});
