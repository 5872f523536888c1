import { may } from '@warta/accounts';
import { type Alert, isForSite } from '@warta/alerts';
import type { Db } from '@warta/database';
import { findSitesById, type Site } from '@warta/sites';
import type { Caller } from '../session.ts';

/** By what right somebody releases or confirms an alert: for the ministry, or as the head of a site it is for. */
export interface Right {
  site: Site | undefined;
}

/** The widest right a person has over an alert; undefined where there is none. */
export async function rightToRelease(db: Db, caller: Caller, alert: Alert): Promise<Right | undefined> {
  if (may(caller, 'alerts:release')) return { site: undefined };
  const sites = await findSitesById(
    db,
    caller.memberships.flatMap((membership) => membership.site ?? []),
  );
  const waits = { ...alert, ...(alert.draft && { standing: null }) };
  const site = sites.find((one) => may(caller, 'alerts:second', one) && isForSite(waits, one));
  return site && { site };
}

/** Whether somebody would be the second person of what waits: who wrote it last is none, nor is anybody for a program. */
export function isSecond(caller: Caller, { draft }: Alert): boolean {
  return draft !== null && draft.person !== null && draft.person !== caller.person;
}

/** Whether somebody may say as the second person that what one alone has released is right. */
export function mayConfirm(caller: Caller, { state, standing, confirmed }: Alert): boolean {
  const isOpen = state === 'standing' && !confirmed && standing?.release;
  return Boolean(isOpen) && standing?.person !== caller.person && standing?.release?.by !== caller.email;
}
