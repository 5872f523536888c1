import assert from 'node:assert/strict';
import type { TestService } from './support.ts';

/** Sets something of a site, whichever version stands. */
export async function set({ call }: TestService, site: string, what: string, value: unknown): Promise<void> {
  const { headers } = await call('GET', `/sites/${site}/${what}`);
  const saved = await call('PUT', `/sites/${site}/${what}`, value, { 'if-match': String(headers.etag) });
  assert.equal(saved.status, 200, saved.body);
}

/** Changes some of the settings of a site. */
export async function setSettings(service: TestService, site: string, change: object): Promise<void> {
  const settings = (await service.call('GET', `/sites/${site}/settings`)).json();
  await set(service, site, 'settings', { ...settings, ...change });
}

/** The words of a page. */
export const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
/** Those at its foot. */
export const footOf = (html: string) => textOf(html.slice(html.indexOf('<footer class="foot"')));
