import type { Contact, Day, Site } from '@warta/sites';
import type { ContactPoint, OpeningHoursSpecification } from 'schema-dts';
import type { Config } from '../config.ts';
import { contactUrl } from './links.ts';

const DAYS = {
  mo: 'https://schema.org/Monday',
  tu: 'https://schema.org/Tuesday',
  we: 'https://schema.org/Wednesday',
  th: 'https://schema.org/Thursday',
  fr: 'https://schema.org/Friday',
  sa: 'https://schema.org/Saturday',
  su: 'https://schema.org/Sunday',
  holiday: 'https://schema.org/PublicHolidays',
} as const satisfies Record<Day, string>;

/** One way to reach a site; a postal address is none that could be called. */
export function pointOf(contact: Contact, config: Config, site: Site, locale: string): ContactPoint[] {
  if (contact.kind === 'address') return [];
  const hours = site.status === 'closed' ? null : contact.hours;
  return [
    {
      '@type': 'ContactPoint',
      contactType: contact.purpose,
      ...(contact.kind === 'email' ? { email: contact.value } : { telephone: contact.value }),
      url: contactUrl(config, site, locale),
      ...(hours && { hoursAvailable: hours.kind === 'always' ? [ALWAYS] : hours.periods.map(periodOf) }),
    },
  ];
}

/** Midnight to midnight means the whole day. */
const ALWAYS: OpeningHoursSpecification = {
  '@type': 'OpeningHoursSpecification',
  ...{ opens: '00:00', closes: '23:59' },
};

function periodOf({
  days,
  opens,
  closes,
}: {
  days: Day[];
  opens: string;
  closes: string;
}): OpeningHoursSpecification {
  return {
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: days.map((day) => DAYS[day]),
    ...{ opens, closes: closes === '24:00' ? '23:59' : closes },
  };
}
