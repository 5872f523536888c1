import { invitePerson, SignInLimits, setPasswordByLink, signIn } from '@warta/accounts';
import { type Database, newId } from '@warta/database';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';

const actor = { name: 'test', source: 'test' };
const PASSWORD = 'kopi-pagi-di-teras-47';

/** Somebody who has signed in, tried in vain, and is writing: a row in every table of the desk. */
export async function fillDesk({ db }: Database, site: Site): Promise<void> {
  const email = 'rani@example.org';
  const memberships = [{ role: 'contributor' as const, site: site.id }];
  const { secret, person } = await db
    .transaction()
    .execute((trx) => invitePerson(trx, actor, { email, name: 'Rani', language: 'id', memberships }));
  await setPasswordByLink(db, 'test', secret, PASSWORD);
  const limits = new SignInLimits(db);
  const from = { address: '192.0.2.1', agent: 'test' };
  await signIn(db, limits, { email, password: PASSWORD, ...from });
  await signIn(db, limits, { email, password: 'wrong', ...from });
  await sql`insert into backup_code (person, hash) values (${person}, 'x')`.execute(db);
  await sql`
    insert into draft (post, locale, revision, state) select post, locale, n, 'draft' from revision limit 1
  `.execute(db);
  await sql`
    insert into autosave (site, post, locale, person, content)
    values (${site.id}, ${newId()}, 'id', ${person}, '{"title": "\\"é\\u0001"}')`.execute(db);
  await sql`
    insert into note (id, post, author, author_name, body)
    select ${newId()}, id, ${person}, 'Rani', 'a\nb' from post limit 1`.execute(db);
  await sql`
    insert into preview (hash, post, locale, expires_at, created_by)
    select 'x', id, 'id', now(), 'Rani' from post limit 1`.execute(db);
  await sql`insert into reminder (post, what, at) select id, 'closing', now() from post limit 1`.execute(db);
  await sql`
    insert into offer (id, post, note, created_by)
    select ${newId()}, id, 'x', 'Rani' from post limit 1`.execute(db);
}
