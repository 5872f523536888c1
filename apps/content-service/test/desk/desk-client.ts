import type { Readable } from 'node:stream';
import { invitePerson, type Membership, type Role, setPasswordByLink } from '@warta/accounts';
import { findSite } from '@warta/sites';
import { generate } from 'otplib';
import { request } from 'undici';
import { actor, HOST, type TestService } from '../support.ts';

export const PASSWORD = 'kopi-pagi-di-teras-47';

export interface Page {
  status: number;
  body: string;
  location: string | undefined;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A file as somebody sends it. */
export interface SentFile {
  name: string;
  type: string;
  body: Uint8Array<ArrayBuffer> | string;
}

type Fields = Record<string, string | string[]>;

/** Somebody's browser at the desk: keeps cookies, and sends forms with the token of the last page. */
export class DeskClient {
  readonly #test: TestService;
  readonly cookies = new Map<string, string>();
  #csrf = '';

  constructor(test: TestService) {
    this.#test = test;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.#send('GET', path, undefined, headers);
  }

  /** Sends a form; `_csrf` comes from the last page unless it is given. */
  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    if (!this.#csrf) await this.get('/desk/sign-in');
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ _csrf: this.#csrf, ...fields })) {
      for (const each of [value].flat()) body.append(name, each);
    }
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.#send('POST', path, body.toString(), { ...type, ...headers });
  }

  /** Sends a form with files as a browser does: the token first, then the files, then what is named after them. */
  async postFiles(path: string, files: SentFile[], fields: Fields = {}): Promise<Page> {
    const form = new FormData();
    form.append('_csrf', this.#csrf);
    for (const [name, value] of Object.entries(fields)) form.set(name, [value].flat()[0] ?? '');
    for (const { name, type, body } of files) form.append('file', new File([body], name, { type }), name);
    const sent = new Response(form);
    const payload = Buffer.from(await sent.arrayBuffer());
    return this.#send('POST', path, payload, { 'content-type': sent.headers.get('content-type') ?? '' });
  }

  /** A request of the tus protocol, as the code in the browser makes it; over a connection, which it takes over. */
  async tus(
    method: 'POST' | 'PATCH' | 'HEAD' | 'GET',
    path: string,
    headers: Record<string, string> = {},
    body: Uint8Array | Readable | null = null,
  ): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own = { host: HOST, cookie, 'tus-resumable': '1.0.0', 'x-csrf-token': this.#csrf };
    const url = new URL(path, this.#test.service.origin);
    const answer = await request(url, { method, headers: { ...own, ...headers }, body });
    const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return {
      status: answer.statusCode,
      body: await answer.body.text(),
      location: String(answer.headers.location ?? ''),
      headers: Object.fromEntries(said),
    };
  }

  /** Sends JSON as code in the browser does. */
  async send(path: string, body: object, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): Promise<Page> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': this.#csrf,
    };
    return this.#send(method, path, JSON.stringify(body), headers);
  }

  async signIn(email: string, password = PASSWORD): Promise<Page> {
    await this.get('/desk/sign-in');
    return this.post('/desk/sign-in', { email, password });
  }

  /** Sets up a second factor and returns its secret and the backup codes. */
  async enrol(): Promise<{ secret: string; codes: string[] }> {
    const page = await this.get('/desk/account/second-factor');
    const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.body)?.[1]?.replaceAll(' ', '') ?? '';
    const done = await this.post('/desk/account/second-factor', { code: await generate({ secret }) });
    const codes = [...done.body.matchAll(/<li>([a-z0-9]{5}-[a-z0-9]{5})<\/li>/g)].map(
      ([, code]) => code ?? '',
    );
    return { secret, codes };
  }

  async #send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#test.service.app.inject({
      method,
      url,
      headers: { host: HOST, 'accept-language': 'en', ...(cookie && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    this.#csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? this.#csrf;
    const { location } = answer.headers;
    return { status: answer.statusCode, body: answer.body, location, headers: answer.headers };
  }
}

/** Makes an account with a role, on a site where it is one of a site, and returns its address. */
export async function makePerson(
  { database: { db } }: Pick<TestService, 'database'>,
  role: Role,
  slug?: string,
  name = `A ${role}`,
): Promise<{ email: string; id: string }> {
  const site = slug === undefined ? null : ((await findSite(db, slug))?.id ?? null);
  const email = `${role}.${slug ?? 'network'}.${name.length}@example.org`.toLowerCase();
  const memberships: Membership[] = [{ role, site }];
  const { secret, person } = await db
    .transaction()
    .execute((trx) => invitePerson(trx, actor, { email, name, language: 'en', memberships }));
  await setPasswordByLink(db, 'test', secret, PASSWORD);
  return { email, id: person };
}

/** The same, signed in, with a second factor where the role asks for one. */
export async function signedIn(test: TestService, role: Role, slug?: string, name?: string) {
  const person = await makePerson(test, role, slug, name);
  const client = new DeskClient(test);
  await client.signIn(person.email);
  if (['head-of-site', 'pr-desk', 'operator'].includes(role)) await client.enrol();
  return Object.assign(client, { person });
}
