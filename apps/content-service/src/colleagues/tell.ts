import { listPeople, may, type Person } from '@warta/accounts';
import type { Trx } from '@warta/database';
import type { Letter, Mail } from '@warta/mail';
import { type Site, siteName } from '@warta/sites';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';

type About = 'review-asked' | 'changes-asked' | 'published';

/** The text a letter is about. */
interface Text {
  site: Site;
  post: string;
  locale: string;
}

/** What a letter says of it. */
interface Told {
  title: string;
  note?: string | undefined;
  /** The person it is for; everybody who may publish where nobody is named. */
  person?: string | null;
}

/** Writes to those who have to know what happened to a text, but not to whoever did it. */
export async function tell(
  { config, mail }: { config: Config; mail: Mail },
  trx: Trx,
  request: FastifyRequest,
  { site, post, locale }: Text,
  kind: About,
  { title, note, person }: Told,
): Promise<void> {
  if (!mail.mailIsOn) return;
  const own = request.caller?.person ?? request.token?.person;
  const isMeant = (other: Person) =>
    kind === 'review-asked' ? may(other, 'posts:publish', site) : other.id === person;
  const all = await listPeople(trx, site.id);
  const people = all.filter(
    (other) => other.id !== own && other.acceptedAt && !other.disabledAt && isMeant(other),
  );
  const who = nameOf(request, all);
  const link = `${config.deskUrl}/desk/sites/${site.slug}/posts/${post}/${locale}/publication`;
  for (const { email, name, language, mailOff } of people) {
    const to = { address: email, name, locale: language, timezone: site.timezone };
    const about = { who, title: title || '…', site: siteName(site, language), link };
    const letter: Letter =
      kind === 'published' ? { kind, ...about } : { kind, ...about, ...(note && { note }) };
    await mail.sendMail(trx, to, letter, mailOff);
  }
}

/** A token acts as its person and is called so; one without a person has a name of its own. */
function nameOf({ caller, token }: FastifyRequest, people: readonly Person[]): string {
  if (caller) return caller.name;
  return people.find(({ id }) => id === token?.person)?.name ?? token?.email ?? token?.name ?? '…';
}
