import type { TestService } from '../support.ts';
import type { DeskClient } from './desk-client.ts';

export const POSTS = '/desk/sites/tokyo/posts';
export const words = {
  title: 'Pasar malam di Meguro',
  summary: 'Akhir pekan ini.',
  body: 'Datanglah **ramai-ramai**.',
};

export const baseIn = (body: string) => /name="_base" value="(\d*)"/.exec(body)?.[1] ?? '';

/** Opens a new post and gives its address at the desk. */
export async function open(client: DeskClient, query = ''): Promise<string> {
  const { location = '' } = await client.get(`${POSTS}/new${query}`);
  await client.get(location);
  return location.split('?')[0] ?? '';
}

/** Saves a text as it is in the form, with these fields typed. */
export async function save(client: DeskClient, here: string, fields: object, base?: string) {
  const page = await client.get(here);
  return client.post(here, { kind: 'article', ...words, ...fields, _base: base ?? baseIn(page.body) });
}

/** Publishes what was saved last. */
export async function publish(client: DeskClient, here: string, more: object = {}) {
  const page = await client.get(here);
  return client.post(`${here}/publication`, { revision: baseIn(page.body), when: 'now', ...more });
}

/** Has the site of Tokyo ask for four eyes. */
export const fourEyes = async ({ database: { db } }: TestService) =>
  db.updateTable('site').set({ four_eyes: true }).where('slug', '=', 'tokyo').execute();
