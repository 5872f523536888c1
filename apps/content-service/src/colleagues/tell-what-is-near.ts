import { listPeople, may, type Person } from '@warta/accounts';
import type { Db, Trx } from '@warta/database';
import type { Letter, Mail } from '@warta/mail';
import { type NearPost, remindOfNear } from '@warta/posts';
import { findSitesById, type Site, siteName } from '@warta/sites';
import type { Config } from '../config.ts';

/**
 * Writes to people about texts that are about to appear and opportunities about to close: to the one in whose
 * hands a post is, or else to all who may publish it. That they were told, and the letters, are one transaction,
 * so that nobody is told twice or not at all.
 */
export async function tellWhatIsNear(db: Db, config: Config, mail: Mail): Promise<void> {
  if (!mail.mailIsOn) return;
  await db.transaction().execute(async (trx) => {
    const posts = await remindOfNear(trx);
    if (posts.length === 0) return;
    const sites = await findSitesById(
      trx,
      posts.map((post) => post.site),
    );
    for (const post of posts) {
      const site = sites.find(({ id }) => id === post.site);
      if (site) await tellOf(trx, config, mail, site, post);
    }
  });
}

async function tellOf(trx: Trx, config: Config, mail: Mail, site: Site, near: NearPost): Promise<void> {
  const { what, post, locale, at } = near;
  const title = near.title || '…';
  const link = `${config.deskUrl}/desk/sites/${site.slug}/posts/${post}/${locale}/publication`;
  for (const { email, name, language, mailOff } of await peopleFor(trx, site, near)) {
    const to = { address: email, name, locale: language, timezone: site.timezone };
    const letter: Letter = {
      ...{ kind: 'something-due', what, title, link, at },
      site: siteName(site, language),
    };
    await mail.sendMail(trx, to, letter, mailOff);
  }
}

/** Whoever has left the site or the service has handed it over, or should have. */
async function peopleFor(trx: Trx, site: Site, { owner }: NearPost): Promise<Person[]> {
  const all = await listPeople(trx, site.id);
  const people = all.filter(({ acceptedAt, disabledAt }) => acceptedAt && !disabledAt);
  const own = people.filter(({ id }) => id === owner);
  return own.length > 0 ? own : people.filter((person) => may(person, 'posts:publish', site));
}
