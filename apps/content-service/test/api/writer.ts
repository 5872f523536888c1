import { createToken, type Permission, type Role } from '@warta/accounts';
import { newId } from '@warta/database';
import { makePerson } from '../desk/desk-client.ts';
import { type Answer, actor, type TestService } from '../support.ts';

const WRITES: Permission[] = ['posts:read', 'posts:write', 'posts:publish', 'posts:override'];

/** A program with the token of a person, working on the posts of a site. */
export interface Writer {
  token: { authorization: string };
  call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers?: object,
  ) => Promise<Answer>;
  /** Saves a text over this revision; a new one without. */
  save: (post: string, fields?: object, revision?: number | null, locale?: string) => Promise<Answer>;
  /** Does something with a text as this revision has it. */
  move: (post: string, what: string, revision: number, body?: object) => Promise<Answer>;
}

export const words = {
  title: 'Pasar malam di Meguro',
  summary: 'Akhir pekan.',
  body: 'Datanglah **ramai**.',
};
export const newPost = newId;

/** Makes a person with a role on a site, and a token that acts as that person there. */
export async function writerAs(
  test: TestService,
  role: Role,
  {
    site = 'tokyo',
    name = `A ${role}`,
    scopes = WRITES,
  }: { site?: string; name?: string; scopes?: Permission[] } = {},
): Promise<Writer> {
  const { id: person } = await makePerson(test, role, site, name);
  const { secret } = await test.database.db
    .transaction()
    .execute((trx) => createToken(trx, actor, { name: 'a program', role: 'person', person, scopes }));
  const token = { authorization: `Bearer ${secret}` };
  const call: Writer['call'] = (method, path, body, headers = {}) =>
    test.call(method, `/sites/${site}/posts${path}`, body, { ...token, ...headers });
  return {
    token,
    call,
    save: (post, fields = {}, revision = null, locale = 'id') =>
      call('PUT', `/${post}/texts/${locale}`, { ...words, ...fields }, at(revision)),
    move: (post, what, revision, body) =>
      call(what === 'publication' ? 'PUT' : 'POST', `/${post}/texts/id/${what}`, body, at(revision)),
  };
}

const at = (revision: number | null) =>
  revision === null ? { 'if-none-match': '*' } : { 'if-match': `"${revision}"` };
