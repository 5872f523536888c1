import { newId } from '@warta/database';
import { testDatabase } from '@warta/database/testing';
import { createSite } from '@warta/sites';
import { missionInput } from '@warta/sites/testing';
import t from 'tap';
import { holdPosts, liftHold, postInput, publishPost } from '../src/index.ts';

const actor = { name: 'test', source: 'test' };
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + hours * HOUR);

t.test(
  'what sites have scheduled waits for the end of every hold, and goes back to its moment',
  async (t) => {
    const { db } = await testDatabase(t);
    const site = (slug: string) =>
      db.transaction().execute((trx) => createSite(trx, actor, missionInput(slug)));
    const [tokyo, osaka] = [await site('tokyo'), await site('osaka')];
    const post = async (where: typeof tokyo, title: string, publishAt?: Date) =>
      (
        await publishPost(
          db,
          actor,
          where,
          postInput.parse({ locale: 'id', title, body: 'x', slug: title, ...at(publishAt) }),
        )
      ).id;
    const at = (moment?: Date) => (moment ? { publishAt: moment.toISOString() } : {});
    const soon = await post(tokyo, 'soon', inHours(1));
    const late = await post(tokyo, 'late', inHours(48));
    const seen = await post(tokyo, 'seen');
    const other = await post(osaka, 'other', inHours(1));
    const english = {
      ...postInput.parse({ locale: 'en', title: 'b', body: 'x', translationOf: seen }),
      publishAt: inHours(2),
    };
    await publishPost(db, actor, tokyo, english);

    const hold = (holder: string, hours: number, sites = ['tokyo']) =>
      db.transaction().execute((trx) => holdPosts(trx, { holder, sites, until: inHours(hours) }));
    const lift = (holder: string, but: string[] = []) =>
      db.transaction().execute((trx) => liftHold(trx, holder, but));
    const moments = async () => {
      const rows = await db.selectFrom('post').select(['id', 'publish_at', 'sort_at', 'announced']).execute();
      const hours = (id: string) => {
        const row = rows.find((one) => one.id === id);
        t.equal(row?.publish_at.getTime(), row?.sort_at.getTime());
        return Math.round(((row?.publish_at.getTime() ?? 0) - Date.now()) / HOUR);
      };
      const text = await db
        .selectFrom('text')
        .select('next_from')
        .where('locale', '=', 'en')
        .executeTakeFirst();
      const next = Math.round(((text?.next_from?.getTime() ?? 0) - Date.now()) / HOUR);
      return { soon: hours(soon), late: hours(late), other: hours(other), next };
    };
    const [quake, flood] = [newId(), newId()];
    t.equal(await hold(quake, 24), 2, 'a post, and a further language of one that stands');
    t.same(await moments(), { soon: 24, late: 48, other: 1, next: 24 }, 'nobody else waits');
    await hold(quake, 36, []);
    t.same(await moments(), { soon: 36, late: 48, other: 1, next: 36 }, 'the hold moves with its end');
    await hold(flood, 72);
    t.same(await moments(), { soon: 72, late: 72, other: 1, next: 72 }, 'the later of two holds');
    await lift(flood);
    t.same(await moments(), { soon: 36, late: 48, other: 1, next: 36 });
    await db
      .updateTable('text')
      .set({ next_from: inHours(5) })
      .where('locale', '=', 'en')
      .execute();
    await lift(quake);
    t.same(await moments(), { soon: 1, late: 48, other: 1, next: 5 }, 'what was scheduled anew stays so');
    t.equal((await db.selectFrom('post_hold').selectAll().execute()).length, 0);

    await hold(quake, 24, ['tokyo', 'osaka']);
    t.same(await moments(), { soon: 24, late: 48, other: 24, next: 24 });
    await lift(quake, ['tokyo']);
    t.same(await moments(), { soon: 24, late: 48, other: 1, next: 24 }, 'a site left out waits no more');
    await db
      .updateTable('post_hold')
      .set({ was: inHours(-1) })
      .where('post', '=', soon)
      .execute();
    await lift(quake);
    t.equal((await moments()).soon, 0, 'what should have appeared meanwhile appears now');
    const { announced } = await db
      .selectFrom('post')
      .select('announced')
      .where('id', '=', soon)
      .executeTakeFirstOrThrow();
    t.notOk(announced, 'and is announced like any other');
  },
);
