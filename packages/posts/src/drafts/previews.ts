import { createHash, randomBytes } from 'node:crypto';
import { type Actor, recordAudit } from '@warta/audit';
import type { Db, Trx } from '@warta/database';
import type { Site } from '@warta/sites';
import { sql } from 'kysely';

const DAYS = 7;

/** A link that shows one language of a post to whoever has it, as it is then, for seven days. */
export interface Preview {
  post: string;
  locale: string;
  site: string;
}

const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Makes such a link and returns its secret, this once. */
export async function sharePreview(
  trx: Trx,
  actor: Actor,
  site: Site,
  post: string,
  locale: string,
): Promise<{ secret: string; expiresAt: Date }> {
  const secret = randomBytes(24).toString('base64url');
  const { expires_at } = await trx
    .insertInto('preview')
    .values({
      hash: digest(secret),
      post,
      locale,
      expires_at: sql<Date>`now() + make_interval(days => ${DAYS})`,
      created_by: actor.name,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  await recordAudit(trx, actor, {
    action: 'draft.share',
    subject: `post:${post}`,
    site: site.id,
    after: { locale },
  });
  return { secret, expiresAt: expires_at };
}

/** What a link shows, while it works. */
export async function findPreview(db: Db, secret: string): Promise<Preview | undefined> {
  return db
    .selectFrom('preview')
    .innerJoin('post', 'post.id', 'preview.post')
    .select(['preview.post', 'preview.locale', 'post.site'])
    .where('hash', '=', digest(secret))
    .where('expires_at', '>', sql<Date>`now()`)
    .where('post.binned_at', 'is', null)
    .executeTakeFirst();
}
