import t from 'tap';
import { startProcess } from './process.ts';
import { until } from './support.ts';

const SITE = {
  slug: 'oslo',
  kind: 'embassy',
  name: { id: 'KBRI Oslo' },
  city: 'Oslo',
  country: 'NO',
  timezone: 'Europe/Oslo',
  locales: ['id', 'en'],
};

const post = (origin: string, token: string, path: string, body: object) =>
  fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

t.test(
  'killed in the middle of 200 publishes, every acknowledged one is there after a restart',
  async (t) => {
    const first = await startProcess({ DEMO: 'false' });
    await post(first.origin, first.token, '/sites', SITE);
    const acknowledged: string[] = [];
    const waiting = Array.from({ length: 200 }, (_, i) => `kabar-${i}`);
    const publishSome = async () => {
      for (let slug = waiting.shift(); slug; slug = waiting.shift()) {
        const body = { locale: 'id', title: slug, slug, body: 'Isi.' };
        const answer = await post(first.origin, first.token, '/sites/oslo/posts', body);
        if (answer.status === 201) acknowledged.push(slug);
        if (acknowledged.length === 60) first.process.kill('SIGKILL');
      }
    };
    const results = await Promise.allSettled(Array.from({ length: 8 }, publishSome));
    await first.ended;
    t.ok(
      results.every((result) => result.status === 'rejected'),
      'every sender was cut off',
    );
    t.ok(acknowledged.length >= 60 && acknowledged.length < 200);

    const second = await startProcess({ DEMO: 'false' }, first.dataDir);
    t.teardown(() => second.kill('SIGTERM'));
    for (const slug of acknowledged) {
      const answer = await fetch(`${second.origin}/oslo/id/${slug}`);
      t.equal(answer.status, 200, slug);
      await answer.arrayBuffer();
    }
  },
);

t.test('a headline due while the service is down is out when it is back, and proven', async (t) => {
  const first = await startProcess({ DEMO: 'false' });
  await post(first.origin, first.token, '/sites', SITE);
  const publishAt = new Date(Date.now() + 3000);
  const { id } = (await (
    await post(first.origin, first.token, '/headlines', {
      translations: [{ locale: 'id', title: 'Nanti', body: 'Isi.' }],
      audience: { all: true },
      publishAt: publishAt.toISOString(),
    })
  ).json()) as { id: string };
  const before = await (await fetch(`${first.origin}/oslo/`)).text();
  t.notMatch(before, 'Nanti', 'nothing of it is seen before its moment');
  await first.kill('SIGTERM');
  t.equal(await first.ended, 0, 'it stops cleanly');
  await until(
    async () => Date.now(),
    (now) => now > publishAt.getTime(),
  );

  const second = await startProcess({ DEMO: 'false' }, first.dataDir);
  t.teardown(() => second.kill('SIGTERM'));
  t.match(await (await fetch(`${second.origin}/oslo/`)).text(), 'Nanti');
  const deliveries = () =>
    fetch(`${second.origin}/api/v1/headlines/${id}/deliveries`, {
      headers: { authorization: `Bearer ${second.token}` },
    }).then((answer) => answer.json() as Promise<{ live: number; provenInMs: number }>);
  const proven = await until(deliveries, ({ live }) => live === 1);
  t.ok(proven.provenInMs >= 0);
});

t.test('a headline becomes visible at its moment without a restart, also on a cached page', async (t) => {
  const { testService, headline } = await import('./support.ts');
  const { call, read } = await testService(t);
  const publishAt = new Date(Date.now() + 1500);
  await call('POST', '/headlines', headline({ publishAt: publishAt.toISOString() }));
  const seen = await until(
    async () => ({ home: (await read('/tokyo/')).body, at: Date.now() }),
    ({ home }) => home.includes('Imbauan bagi WNI'),
  );
  t.ok(seen.at >= publishAt.getTime() - 50, 'not before');
});
