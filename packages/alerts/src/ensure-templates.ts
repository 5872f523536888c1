import { type Actor, recordAudit } from '@warta/audit';
import { announceChange } from '@warta/changes';
import type { Db } from '@warta/database';
import { ALERTS } from './alert-content.ts';
import { writeVersion } from './change-template.ts';
import { FIRST_TEMPLATES } from './first-templates/first-templates.ts';

/**
 * Puts the templates that come with Warta where there are none of their codes. They may be used at once: a ministry
 * must be able to warn on its first day. What is there already is left as it is.
 */
export async function ensureTemplates(db: Db, actor: Actor): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = FIRST_TEMPLATES.map(({ code, kind }) => ({ code, kind, version: 1, approved: 1 }));
    const added = await trx
      .insertInto('alert_template')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returning('code')
      .execute();
    if (added.length === 0) return;
    const codes = new Set(added.map(({ code }) => code));
    for (const { code, content } of FIRST_TEMPLATES) {
      if (codes.has(code)) await writeVersion(trx, actor, code, 1, content);
    }
    const action = 'alert-template.supply';
    await recordAudit(trx, actor, { action, subject: 'alert-template', after: { codes: [...codes] } });
    await announceChange(trx, [ALERTS]);
  });
}
