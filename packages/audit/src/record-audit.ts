import { newId, type Trx } from '@warta/database';

/** Who acts, and from where: an address, `command line`, or the name of a part of the service. */
export interface Actor {
  name: string;
  source: string;
  /** The id of the person, where it is one, also when a token acts for it. */
  person?: string;
}

export interface AuditEntry {
  /** A verb on a noun, such as `headline.correct`. */
  action: string;
  /** What it was done to, such as `headline:0199…`. */
  subject: string;
  site?: string;
  before?: object;
  after?: object;
}

/**
 * Writes who did what, when, from where, with what stood before and after. It belongs in the transaction of
 * the change itself, so that neither stands without the other. Rows can never be changed or removed.
 */
export async function recordAudit(trx: Trx, actor: Actor, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit')
    .values({
      id: newId(),
      actor: actor.name,
      person: actor.person ?? null,
      source: actor.source,
      action: entry.action,
      subject: entry.subject,
      site: entry.site ?? null,
      before: entry.before ? JSON.stringify(entry.before) : null,
      after: entry.after ? JSON.stringify(entry.after) : null,
    })
    .execute();
}
