import t from 'tap';
import { headline, testService, until } from './support.ts';

const group = (...sites: string[]) => ({ name: { id: 'KTT', en: 'Summit' }, sites });

t.test('a program keeps groups, sends to one, and asks for an acknowledgment', async (t) => {
  const { call, read } = await testService(t);
  t.match((await call('PUT', '/groups/summit', group('cairo'))).json(), { key: 'summit', version: 1 });
  t.equal((await call('PUT', '/groups/summit', group('tokyo'))).status, 409, 'a change names its version');
  t.equal((await call('PUT', '/groups/Summit!', group('tokyo'))).status, 422);
  const noted = {
    audience: { groups: ['summit'] },
    acknowledgeWithin: 8,
    internalNote: 'Jangan berspekulasi.',
  };
  const { id, audience } = (await call('POST', '/headlines', headline(noted))).json();
  t.same(audience, { count: 1 });
  t.equal((await call('DELETE', '/groups/summit', undefined, { 'if-match': '"1"' })).status, 409);
  await call('PUT', '/groups/summit', group('cairo', 'tokyo'), { 'if-match': '"1"' });
  t.match((await read('/tokyo/')).body, 'Imbauan bagi WNI', 'who comes into the group later has it too');

  const receptions = async () => (await call('GET', `/headlines/${id}/receptions`)).json();
  t.match(await receptions(), [
    { site: 'cairo', acknowledgedAt: null },
    { site: 'tokyo', acknowledgedAt: null },
  ]);
  const acknowledge = (version: number) =>
    call('PUT', `/sites/tokyo/headlines/${id}/acknowledgment`, { version });
  t.equal((await acknowledge(2)).status, 409);
  t.equal((await acknowledge(1)).status, 204);
  t.match((await receptions())[1], { site: 'tokyo', acknowledgedBy: 'token:test' });

  const outside = await read(`/api/v1/headlines/${id}`);
  t.notMatch(outside.body, 'berspekulasi', 'the note is for missions');
  t.match((await call('GET', `/headlines/${id}`)).body, 'berspekulasi');
  for (const path of ['/tokyo/', '/tokyo/feed.xml', '/tokyo/id/imbauan-bagi-wni-h1']) {
    t.notMatch((await read(path)).body, 'berspekulasi');
  }
});

t.test('one more call brings a recalled headline back, proven', async (t) => {
  const { call, read } = await testService(t);
  const { id } = (await call('POST', '/headlines', headline())).json();
  await call('POST', `/headlines/${id}/recall`, { reason: 'Salah.' });
  t.equal((await read('/cairo/id/imbauan-bagi-wni-h1')).status, 410);
  const back = await call('POST', `/headlines/${id}/restoration`, undefined, { 'if-match': '"2"' });
  t.match(back.json(), { id, version: 3 });
  t.equal((await read('/cairo/id/imbauan-bagi-wni-h1')).status, 200);
  t.match((await read('/cairo/')).body, 'Imbauan bagi WNI');
  const proven = await until(
    async () => (await call('GET', `/headlines/${id}/deliveries`)).json(),
    ({ pending }) => pending === 0,
  );
  t.match(proven, { version: 3, live: 3, state: 'live' });
  t.equal((await call('POST', `/headlines/${id}/restoration`)).status, 409);
});

t.test('before its first morning a headline in waves is nowhere to be found', async (t) => {
  const { call, read } = await testService(t);
  const waves = headline({ waveAt: '2999-03-28T08:00' });
  const { id } = (await call('POST', '/headlines', waves)).json();
  const paths = ['/', '/tokyo/', '/tokyo/feed.xml', '/kemlu/', '/kemlu/feed.xml', '/api/v1/headlines'];
  for (const path of paths) t.notMatch((await read(path)).body, 'Imbauan bagi WNI', path);
  for (const site of ['tokyo', 'kemlu']) {
    t.equal((await read(`/${site}/id/imbauan-bagi-wni-h1`)).status, 404);
  }
  t.equal((await read(`/api/v1/headlines/${id}`)).status, 404);
  t.match((await call('GET', `/headlines/${id}`)).json(), { state: 'scheduled', waveAt: '2999-03-28T08:00' });
  for (const wrong of ['2999-03-28T08:00Z', '2999-03-28', '2999-13-28T08:00']) {
    t.match((await call('POST', '/headlines', headline({ waveAt: wrong }))).json(), {
      errors: [{ field: 'waveAt' }],
    });
  }
});
