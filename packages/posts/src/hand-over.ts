import { type Actor, recordAudit } from '@warta/audit';
import type { Trx } from '@warta/database';

/** Puts what somebody has been working on, on one site or everywhere, into a colleague's hands; its history stays. */
export async function handOverPosts(
  trx: Trx,
  actor: Actor,
  from: string,
  to: string,
  site?: string,
): Promise<number> {
  const all = trx.updateTable('post').set({ owner: to }).where('owner', '=', from);
  const own = site === undefined ? all : all.where('site', '=', site);
  const moved = await own.returning('id').execute();
  const ids = moved.map(({ id }) => id);
  await recordAudit(trx, actor, {
    action: 'post.hand-over',
    subject: `person:${from}`,
    after: { to, posts: ids },
    ...(site !== undefined && { site }),
  });
  return ids.length;
}
