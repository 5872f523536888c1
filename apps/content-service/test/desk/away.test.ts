import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import t from 'tap';
import { openMinistry } from '../../src/open-ministry.ts';
import { breakable } from '../alerts/away.ts';
import { actor, MISSIONS, startOn } from '../support.ts';
import { signedIn } from './desk-client.ts';
import { baseIn, open, POSTS, save, words } from './write.ts';

t.test(
  'while the database is away the desk says so in words, and nothing that was typed is lost',
  async (t) => {
    const away = breakable(await testDatabase(t));
    await openMinistry(away.database, actor);
    for (const mission of MISSIONS) await openSite(away.database.db, actor, missionInput(...mission));
    const test = await startOn(t, away.database);
    const editor = await signedIn(test, 'content-editor', 'tokyo');
    const here = await open(editor);
    const form = await editor.get(here);
    away.break();

    const page = await editor.get(POSTS);
    t.equal(page.status, 503);
    t.equal(page.headers['retry-after'], '5');
    t.match(page.body, /<h1>The desk cannot work just now<\/h1>[\s\S]*The database cannot be reached/);
    t.match((await editor.get(here, { 'accept-language': 'id' })).body, 'Basis data tidak dapat dijangkau');
    const typed = {
      kind: 'article',
      ...words,
      body: 'Kalimat <yang> tidak boleh hilang.',
      _base: baseIn(form.body),
    };
    const refused = await editor.post(here, typed);
    t.equal(refused.status, 503);
    t.equal(refused.headers['retry-after'], '5');
    t.match(refused.body, /<h1>The desk cannot work just now[\s\S]*What you typed is not lost/);
    t.match(refused.body, 'Kalimat &lt;yang&gt; tidak boleh hilang.');
    t.notMatch(refused.body, 'Sign in in another tab', 'nobody was signed out');
    const files = [{ name: 'a.jpg', type: 'image/jpeg', body: 'x' }];
    const sent = await editor.postFiles('/desk/sites/tokyo/media', files);
    t.equal(sent.status, 503);
    t.match(sent.body, /files were not taken/);
    const program = await editor.send(`${here}/autosave`, typed);
    t.equal(program.status, 503);
    t.match(JSON.parse(program.body), { title: 'Not available right now' });
    const signIn = await editor.post('/desk/sign-in', {
      email: 'a@example.org',
      password: 'geheim-und-lang',
    });
    t.equal(signIn.status, 503);
    t.notMatch(signIn.body, 'geheim', 'a password is not put into a page');

    away.mend();
    const fields = [...refused.body.matchAll(/<textarea name="([^"]+)" hidden>\n([^<]*)<\/textarea>/g)];
    const plain = (text: string) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    const again = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, plain(value)]));
    t.equal((await editor.post(here, again)).location, `${here}?said=draft-saved`, 'sent again, it is saved');
    t.match((await editor.get(here)).body, 'Kalimat &lt;yang&gt; tidak boleh hilang.');
    t.match((await save(editor, here, { body: 'Lalu terus.' })).location, 'said=draft-saved');
  },
);
