import { may } from '@warta/accounts';
import { MINISTRY_SLUG } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import { deskLanguage } from '../frame/words.ts';
import { callerOf } from '../session.ts';
import { namesOf, type Places } from './places.ts';

/**
 * Sites without a number for emergencies, with the way to put one in for whoever may: the missions, whose readers get
 * another one, apart from the ministry, in whose place nobody stands.
 */
export function lacking(request: FastifyRequest, places: Places, without: readonly string[]) {
  const caller = callerOf(request);
  const shown = namesOf(places, without, deskLanguage(request)).map((one) => {
    const site = places.get(one.slug);
    return { ...one, mayMend: site !== undefined && may(caller, 'contacts:write', site) };
  });
  return {
    missions: shown.filter(({ slug }) => slug !== MINISTRY_SLUG),
    ministry: shown.find(({ slug }) => slug === MINISTRY_SLUG),
  };
}
