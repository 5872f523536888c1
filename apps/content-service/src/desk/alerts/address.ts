import { type Alert, findAlert, isForSite } from '@warta/alerts';
import type { Db } from '@warta/database';
import { DomainError } from '@warta/problems';
import type { Site } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

const params = z.object({ id: z.uuid() });

/** Where alerts are at the desk, by the door somebody came in: the ministry's, or that of a site. */
export const hereOf = (site: Pick<Site, 'slug'> | null | undefined) =>
  site ? `/desk/sites/${site.slug}/alerts` : '/desk/alerts';

/** An alert's pages at the desk, as its address names them. */
export interface AlertAddress {
  alert: Alert;
  /** The site on whose behalf somebody acts; none for the ministry. */
  site: Site | undefined;
  /** All alerts, at this door. */
  above: string;
  /** This alert. */
  here: string;
}

/** @throws {DomainError} `not-found`, also for one that is none of the site's business */
export async function alertAddress(db: Db, request: FastifyRequest): Promise<AlertAddress> {
  const site = request.site ?? undefined;
  const { data } = params.safeParse(request.params);
  const alert = data && (await findAlert(db, data.id));
  if (!alert || !isForSite(alert, site)) throw new DomainError('not-found', 'There is no such alert.');
  const above = hereOf(site);
  return { alert, site, above, here: `${above}/${alert.id}` };
}
