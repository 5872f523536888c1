import type { Db } from '@warta/database';
import type { Service } from './services.ts';

/** What a site does for people, in the order in which readers see it, and the version of the site it is read at. */
export async function findServices(db: Db, site: string): Promise<{ version: number; services: Service[] }> {
  return db
    .selectFrom('site')
    .select((eb) => ['version', eb.ref('services').$castTo<Service[]>().as('services')])
    .where('id', '=', site)
    .executeTakeFirstOrThrow();
}
