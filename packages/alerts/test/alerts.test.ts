import { testDatabase } from '@warta/database/testing';
import t from 'tap';
import { findStandingAlerts } from '../src/index.ts';

t.test('no alert stands in a new database', async (t) => {
  const { db } = await testDatabase(t);
  t.same(await findStandingAlerts(db), { alerts: [], generation: 0 });
});
