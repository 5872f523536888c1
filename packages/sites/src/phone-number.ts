import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';

/** Numbers that their countries keep for films and samples: nobody is called by them. */
const FOR_FICTION = [/^\+1\d{3}55501\d{2}(;|$)/, /^\+44(2079460|1632960|7700900)\d{3}(;|$)/];

const EXAMPLE = '+44 20 7946 0123';

/**
 * A telephone number as it is kept: `+442079460123`, or `+12025550123;ext=12`. It must be written with its country's
 * code, since a citizen may call from anywhere, and must exist in that country's numbering plan.
 */
export const phoneNumber = z
  .string()
  .trim()
  .max(60)
  .transform((written, context) => {
    const number = parsePhoneNumberFromString(written);
    if (number?.isValid()) return number.ext ? `${number.number};ext=${number.ext}` : `${number.number}`;
    const message = written.startsWith('+')
      ? 'is not a number of its country; look it over'
      : `starts with + and the country's code, such as ${EXAMPLE}`;
    const why = written.startsWith('+') ? 'phone.wrong' : 'phone.country';
    context.addIssue({ code: 'custom', message, params: { why } });
    return z.NEVER;
  });

/** A kept number as people read it: `+44 20 7946 0123`. */
export function formatPhone(kept: string): string {
  return parsePhoneNumberFromString(`tel:${kept}`)?.formatInternational() ?? kept;
}

/** Whether a kept number is one of those reserved for fiction, which only samples have. */
export function isForFiction(kept: string): boolean {
  return FOR_FICTION.some((numbers) => numbers.test(kept));
}
