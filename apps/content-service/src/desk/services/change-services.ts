import type { Database } from '@warta/database';
import { findServices, type Service, saveServices, servicesInput } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../../plugins/policy.ts';
import { checked } from '../frame/checked.ts';
import { type Change, untilFresh } from '../frame/kept-list.ts';
import { siteOf } from '../session.ts';
import { fieldOf } from './service-form.ts';

/**
 * Saves what `change` makes of the services as they stand now.
 * @throws {DomainError} `invalid` for a service that is in the list already
 */
export async function changeServices(
  { db }: Database,
  request: FastifyRequest,
  change: Change<Service>,
): Promise<void> {
  const { id, slug, locales } = siteOf(request);
  await untilFresh(async () => {
    const { version, services } = await findServices(db, id);
    const changed = change(services);
    if (!changed) return;
    const list = checked(servicesInput, changed, ([, field = 'kind', part]) =>
      fieldOf(String(field), part, locales[0] ?? 'id'),
    );
    await saveServices(db, actorOf(request), slug, list, { version });
  });
}
