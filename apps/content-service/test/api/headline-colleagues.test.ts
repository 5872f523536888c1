import { createToken } from '@warta/accounts';
import { newId } from '@warta/database';
import t from 'tap';
import { makePerson } from '../desk/desk-client.ts';
import { actor, testService } from '../support.ts';
import { newPost, writerAs } from './writer.ts';

const words = { title: 'Imbauan bagi WNI', summary: 'Tetap tenang.', body: 'Isi **penting**.' };
const first = { 'if-none-match': '*' };
const over = (version: number) => ({ 'if-match': `"${version}"` });

t.test(
  'a mission offers a post, and a headline in waves is made of it; its own token may do none of that',
  async (t) => {
    const test = await testService(t);
    const { call, read } = test;
    const writer = await writerAs(test, 'head-of-site');
    const post = newPost();
    await writer.save(post);
    await writer.move(post, 'publication', 1);
    await writer.call('PUT', `/${post}/offer`, { note: 'Ramai.' });
    const [offer] = (await call('GET', '/offers')).json();
    const taking = `/offers/${offer.id}/headline`;
    t.equal((await call('POST', taking, undefined, writer.token)).status, 403);
    const { id } = (await call('POST', taking)).json();
    const here = `/headline-drafts/${id}`;
    t.equal((await call('POST', taking)).status, 409);
    t.equal((await call('POST', `/offers/${newId()}/headline`)).status, 404);
    t.match((await call('GET', here)).json(), {
      sent: null,
      plan: { credit: 'tokyo' },
      planVersion: 1,
      texts: [{ locale: 'id', content: { title: 'Pasar malam di Meguro' } }],
    });

    const looked = { plan: 1, languages: { id: 1 } };
    const asked: [string, string, object?][] = [
      ['GET', '/headline-drafts'],
      ['POST', '/headline-drafts'],
      ['GET', here],
      ['GET', `${here}/texts/id`],
      ['PUT', `${here}/texts/id`, words],
      ['PUT', `${here}/texts/id/autosave`, { ...words, revision: 1 }],
      ['POST', `${here}/notes`, { note: 'x' }],
      ['PUT', `${here}/plan`, {}],
      ['GET', `${here}/review`],
      ['PUT', `${here}/publication`, looked],
      ['POST', `${here}/corrections`, looked],
    ];
    for (const [method, path, body] of asked) {
      const { status } = await call(method as 'GET', path, body, { ...writer.token, ...over(1) });
      t.equal(status, 403, `${method} ${path}`);
    }
    t.equal((await writer.call('GET', `/${id}`)).status, 404, 'nor by the address of posts');

    const waves = { audience: { sites: ['tokyo', 'cairo'] }, credit: 'tokyo', waveAt: '2999-03-28T08:00' };
    await call('PUT', `${here}/plan`, waves, over(1));
    t.match((await call('GET', `${here}/review`)).json().appears, {
      kind: 'wave',
      first: { site: 'tokyo', at: '2999-03-27T23:00:00.000Z' },
      last: { site: 'cairo' },
    });
    const { languages } = (await call('GET', `${here}/review`)).json();
    t.equal((await call('PUT', `${here}/publication`, { plan: 2, languages })).status, 201);
    t.match((await call('GET', `/headlines/${id}`)).json(), { state: 'scheduled', waveAt: waves.waveAt });
    t.notMatch((await read('/cairo/')).body, 'Pasar malam');
  },
);

t.test(
  'colleagues write on one headline: notes, saved states, what is being typed, and four eyes',
  async (t) => {
    const test = await testService(t);
    const { call, database } = test;
    await database.db.updateTable('site').set({ four_eyes: true }).where('slug', '=', 'kemlu').execute();
    const { id: person } = await makePerson(test, 'pr-desk');
    const { secret } = await database.db.transaction().execute((trx) =>
      createToken(trx, actor, {
        name: 'a program',
        role: 'person',
        person,
        scopes: ['headlines:write', 'deliveries:read'],
      }),
    );
    const own = { authorization: `Bearer ${secret}` };
    const { id } = (await call('POST', '/headline-drafts')).json();
    const here = `/headline-drafts/${id}`;
    const text = `${here}/texts/id`;
    const typing = { ...words, title: 'Imbauan b', revision: null };
    t.equal((await call('PUT', `${text}/autosave`, typing, own)).status, 200);
    t.match((await call('GET', `${text}/autosave`, undefined, own)).json(), {
      content: { title: 'Imbauan b' },
    });
    t.match((await call('PUT', `${here}/texts/de/autosave`, typing, own)).json(), {
      errors: [{ field: 'locale' }],
    });
    await call('PUT', text, words, { ...own, ...first });
    t.equal(
      (await call('GET', `${text}/autosave`, undefined, own)).status,
      404,
      'what is saved is typed no longer',
    );
    await call('PUT', text, { ...words, body: 'Lain.' }, { ...own, ...over(1) });
    t.match((await call('GET', `${text}/revisions`)).json(), [{ n: 2 }, { n: 1 }]);
    t.match((await call('GET', `${text}/revisions/1`)).json(), { content: { body: words.body } });
    const note = (await call('POST', `${here}/notes`, { note: 'Nomornya?' })).json();
    t.equal((await call('PUT', `${here}/notes/${note.id}/settled`, undefined, own)).status, 204);
    t.match((await call('GET', `${here}/notes`)).json(), [{ note: 'Nomornya?', settledAt: /^\d{4}/ }]);

    await call('PUT', `${here}/plan`, { audience: { all: true } }, { ...own, ...over(1) });
    const looked = { plan: 2, languages: { id: 2 } };
    t.equal((await call('GET', `${here}/review`, undefined, own)).json().needsColleague, true);
    t.equal((await call('PUT', `${here}/publication`, looked, own)).status, 403);
    t.equal((await call('GET', `${here}/review`)).json().needsColleague, false);
    t.equal((await call('PUT', `${here}/publication`, looked)).status, 201);
  },
);
