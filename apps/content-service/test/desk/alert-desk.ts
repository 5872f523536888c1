import { findStandingAlerts } from '@warta/alerts';
import { saveContacts } from '@warta/sites';
import { prepareForCrises } from '../../src/prepare-for-crises.ts';
import { actor, type TestService, testService } from '../support.ts';
import type { DeskClient, Page } from './desk-client.ts';

export const TOKYO = '/desk/sites/tokyo/alerts';
export const MINISTRY = '/desk/alerts';

/** A network with templates, a practice site, and numbers that nobody has for Tokyo and the ministry. */
export async function crisisDesk(t: Parameters<typeof testService>[0]) {
  const test = await testService(t);
  await prepareForCrises(test.database, actor);
  const number = (value: string) => ({
    ...{ kind: 'phone' as const, purpose: 'emergency' as const, value, label: {} },
    hours: { kind: 'always' as const },
  });
  await saveContacts(test.database.db, actor, [
    { site: 'tokyo', version: 1, contacts: [number('+442079460101')] },
    { site: 'kemlu', version: 1, contacts: [number('+442079460100')] },
  ]);
  return test;
}

/** The fields of the page's longest form, as a browser would send them. */
export function fieldsOf({ body }: Page): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  for (const [, attributes = ''] of body.matchAll(/<input ([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const isOff = /type="(checkbox|radio)"/.test(attributes) && !/ checked/.test(attributes);
    if (isOff || name === '' || name === '_csrf') continue;
    const value = plain(/value="([^"]*)"/.exec(attributes)?.[1] ?? '');
    const known = fields[name];
    fields[name] = name === 'area' && known ? [...[known].flat(), value] : value;
  }
  for (const [, name = '', value = ''] of body.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)</g)) {
    fields[name] = plain(value);
  }
  for (const [, name = '', options = ''] of body.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    fields[name] =
      /<option value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)?.[1] ?? '';
  }
  return fields;
}

/** Chooses a template, has its words filled in, types over some, and saves. */
export async function draft(
  client: DeskClient,
  above: string,
  typed: Record<string, string | string[]> = {},
  query = '',
) {
  const empty = await client.get(`${above}/new${query}`);
  const chosen = { ...fieldsOf(empty), template: 'earthquake', ...typed, step: 'fill' };
  const filled = await client.post(above, chosen);
  const { location = '' } = await client.post(above, { ...fieldsOf(filled), ...typed, step: 'save' });
  return { filled, here: location.replace(/\/release.*/, '') };
}

export const versionIn = ({ body }: Page) => /name="_version" value="(\d+)"/.exec(body)?.[1] ?? '';
export const press = async (
  client: DeskClient,
  here: string,
  what: string,
  more: Record<string, string> = {},
) => client.post(`${here}/${what}`, { _version: versionIn(await client.get(`${here}/release`)), ...more });
export const standing = async ({ database: { db } }: TestService) => (await findStandingAlerts(db)).alerts;
export const plainWords = (page: Page) => page.body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
