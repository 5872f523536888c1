import t from 'tap';
import { Watcher } from '../src/probe/watcher.ts';

const NOBODY = 'http://127.0.0.1:9'; // the port for what is thrown away
const check = {
  expectation: { headline: 'h', site: 's', number: 1, version: 2, expect: 'shown' as const },
  texts: [],
  onHome: true,
  host: 'warta.test',
  addressPath: '/tokyo/id/a-h1',
  homePath: '/tokyo/',
};

t.test('a thread that dies says so to who waits for it, and another one looks on', async (t) => {
  const watcher = new Watcher();
  const waiting = setInterval(() => {}, 1000); // the thread alone keeps no process alive
  t.teardown(() => clearInterval(waiting));
  await t.rejects(watcher.look('no address at all', [check]));
  const [seen] = await watcher.look(NOBODY, [check]);
  t.match(seen, { headline: 'h', site: 's', version: 2, error: /could not be asked/ });
  await watcher.stop();
  await t.rejects(watcher.look(NOBODY, [check]), { message: 'the probe thread has ended' });
});
