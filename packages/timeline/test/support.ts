import { joinNodes } from '@warta/changes';
import { testDatabase } from '@warta/database/testing';
import type { Site } from '@warta/sites';
import { ministryInput, missionInput } from '@warta/sites/testing';
import { headlineInput, openSite } from '@warta/sync';
import { findHomes, findPostPages } from '../src/index.ts';

export const actor = { name: 'test', source: 'test' };
export const context = () => ({ actor, receivedAt: new Date() });

export async function network(t: Parameters<typeof testDatabase>[0]) {
  const { db } = await testDatabase(t);
  await joinNodes(db, 'node-1');
  const kemlu = await openSite(db, actor, ministryInput());
  const tokyo = await openSite(db, actor, missionInput('tokyo', { locales: ['id', 'en', 'ja'] }));
  const cairo = await openSite(
    db,
    actor,
    missionInput('cairo', { country: 'EG', region: 'africa', locales: ['id', 'en', 'ar'] }),
  );
  const home = async (site: Site) => {
    const [found] = await findHomes(db, [{ site: site.id, page: 1 }]);
    if (!found) throw new Error('no home');
    return found;
  };
  const at = async (site: Site, locale: string, slug: string) =>
    (await findPostPages(db, [{ site: site.id, locale, slug }]))[0];
  return { db, kemlu, tokyo, cairo, home, at };
}

export const headline = (more: object = {}) =>
  headlineInput.parse({
    translations: [
      { locale: 'id', title: 'Imbauan', body: 'Isi.' },
      { locale: 'en', title: 'Advisory', body: 'Text.' },
    ],
    audience: { all: true },
    ...more,
  });
