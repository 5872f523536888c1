import { listPeople, may, type Person } from '@warta/accounts';
import type { Trx } from '@warta/database';
import type { Letter } from '@warta/mail';
import { siteName } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import type { DeskContext } from '../context.ts';
import { callerOf } from '../session.ts';
import type { TextAddress } from './address.ts';

type About = 'review-asked' | 'changes-asked' | 'published';

/** What a letter about a text says of it. */
interface Told {
  title: string;
  note?: string | undefined;
  /** The person it is for; everybody who may publish where nobody is named. */
  person?: string | null;
}

/** Writes to those who have to know what happened to a text, but not to whoever did it. */
export async function tell(
  { config, mail }: DeskContext,
  trx: Trx,
  request: FastifyRequest,
  { site, here }: TextAddress,
  kind: About,
  { title, note, person }: Told,
): Promise<void> {
  if (!mail.mailIsOn) return;
  const caller = callerOf(request);
  const isMeant = (other: Person) =>
    kind === 'review-asked' ? may(other, 'posts:publish', site) : other.id === person;
  const people = (await listPeople(trx, site.id)).filter(
    (other) => other.id !== caller.person && other.acceptedAt && !other.disabledAt && isMeant(other),
  );
  for (const { email, name, language, mailOff } of people) {
    const to = { address: email, name, locale: language, timezone: site.timezone };
    const link = `${config.deskUrl}${here}/publication`;
    const about = { who: caller.name, title: title || '…', site: siteName(site, language), link };
    const letter: Letter =
      kind === 'published' ? { kind, ...about } : { kind, ...about, ...(note && { note }) };
    await mail.sendMail(trx, to, letter, mailOff);
  }
}
