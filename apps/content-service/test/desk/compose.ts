import { type TestService, testService } from '../support.ts';
import { type DeskClient, signedIn } from './desk-client.ts';
import { baseIn } from './write.ts';

export const HEADLINES = '/desk/headlines';
export const versionIn = (body: string) => /name="_version" value="(\d+)"/.exec(body)?.[1] ?? '';
const text = (title: string, more: object = {}) => ({ kind: 'article', title, body: `${title}.`, ...more });

/** Begins a headline and gives its address at the desk. */
export async function begin(desk: DeskClient): Promise<string> {
  await desk.get(HEADLINES);
  const { location = '' } = await desk.post(HEADLINES);
  return location;
}

export async function write(
  desk: DeskClient,
  above: string,
  locale: string,
  title: string,
  more: object = {},
) {
  const here = `${above}/texts/${locale}`;
  const page = await desk.get(`${here}${'_source-locale' in more ? `?from=${more['_source-locale']}` : ''}`);
  return desk.post(here, { ...text(title, more), _base: baseIn(page.body) });
}

export async function pick(desk: DeskClient, above: string, picks: Record<string, string | string[]>) {
  const { body } = await desk.get(`${above}/audience`);
  return desk.post(`${above}/audience`, { _version: versionIn(body), to: 'some', ...picks });
}

export async function decide(desk: DeskClient, above: string, fields: Record<string, string> = {}) {
  const { body } = await desk.get(`${above}/sending`);
  const typed = { obligation: 'recommended', when: 'now', ...fields };
  return desk.post(`${above}/sending`, { _version: versionIn(body), ...typed });
}

/** What the review page would send. */
export async function looked(desk: DeskClient, above: string) {
  const { body } = await desk.get(`${above}/review`);
  const language = [...body.matchAll(/name="language" value="([^"]+)" checked/g)].map(
    ([, each]) => each ?? '',
  );
  const _plan = /name="_plan" value="(\d+)"/.exec(body)?.[1] ?? '';
  return { body, fields: { language, _version: versionIn(body), _plan } };
}

export async function send(desk: DeskClient, above: string, more: object = {}) {
  const { fields } = await looked(desk, above);
  return desk.post(`${above}/review`, { ...fields, ...more });
}

export const openDesk = async (t: Parameters<typeof testService>[0]): Promise<[TestService, DeskClient]> => {
  const test = await testService(t);
  return [test, await signedIn(test, 'pr-desk')];
};
