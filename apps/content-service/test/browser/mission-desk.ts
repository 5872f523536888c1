import { once } from 'node:events';
import { createServer } from 'node:net';
import { testDatabase } from '@warta/database/testing';
import { missionInput } from '@warta/sites/testing';
import { openSite } from '@warta/sync';
import { openMinistry } from '../../src/open-ministry.ts';
import { makePerson, PASSWORD } from '../desk/desk-client.ts';
import { actor, MISSIONS, startOn } from '../support.ts';

/** A service of the test's own that answers to a browser, with one mission and somebody who writes there. */
export async function openMissionDesk(t: Parameters<typeof testDatabase>[0]) {
  const database = await testDatabase(t);
  await openMinistry(database, actor);
  for (const mission of MISSIONS.slice(0, 1)) await openSite(database.db, actor, missionInput(...mission));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const test = await startOn(t, database, { PORT: String(port), PUBLIC_URL: origin });
  const { email } = await makePerson(test, 'content-editor', 'tokyo', 'Rina');
  return { origin, email, password: PASSWORD };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
