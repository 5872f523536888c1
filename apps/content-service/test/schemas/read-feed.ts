import type { TestService } from '../support.ts';
import { findFaults } from './find-faults.ts';

/** A feed as Atom, RSS and JSON Feed; throws where one of them is not as its schema has it. */
export async function readFeed({ read }: Pick<TestService, 'read'>, base: string) {
  const texts = ['feed.xml', 'rss.xml', 'feed.json'].map(
    async (file) => (await read(`${base}/${file}`)).body,
  );
  const [atom = '', rss = '', json = ''] = await Promise.all(texts);
  const faults = [...findFaults('atom', atom), ...findFaults('rss', rss), ...findFaults('json', json)];
  if (faults.length > 0) throw new Error(`${base}: ${faults.join('; ')}`);
  return [atom, rss, json] as const;
}
