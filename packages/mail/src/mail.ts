import { recordAudit } from '@warta/audit';
import type { Database, Trx } from '@warta/database';
import { GiveUp, type Job, type Jobs, type Queue } from '@warta/jobs';
import { composeLetter } from './compose-letter.ts';
import { type Letter, letterSchema, type Recipient, recipientSchema } from './letter.ts';
import { mailProblem } from './mail-problem.ts';
import { wants } from './notifications.ts';
import { type Deliver, type MailSettings, openTransport } from './transport.ts';

interface Payload {
  to: Recipient;
  letter: Letter;
}

/** A mail server that is away for a long weekend is waited for. */
export const MAIL_QUEUE: Queue<Payload> = {
  name: 'mail',
  attempts: 80,
  firstDelaySeconds: 15,
  longestDelaySeconds: 60 * 60,
  timeoutSeconds: 60,
  atOnce: 2,
};

/** `off`: no mail server is set. `unwanted`: the person turned this kind off. */
export type Sent = 'queued' | 'off' | 'unwanted';

/**
 * Has a letter sent, if the transaction commits; `mailOff` holds the kinds that the person turned off. Says
 * what becomes of it, since an invitation that nobody sends has to be passed on by hand.
 */
export type SendMail = (
  trx: Trx,
  to: Recipient,
  letter: Letter,
  mailOff?: readonly string[],
) => Promise<Sent>;

export interface Mail {
  /** Whether letters are sent at all. */
  mailIsOn: boolean;
  sendMail: SendMail;
}

/** What sends letters, with or without a mail server. */
export function openMail(jobs: Pick<Jobs, 'enqueue'>, settings: MailSettings | undefined): Mail {
  const sendMail: SendMail = async (trx, to, letter, mailOff = []) => {
    if (!settings) return 'off';
    if (!wants(letter.kind, mailOff)) return 'unwanted';
    await jobs.enqueue(trx, MAIL_QUEUE, { to, letter });
    return 'queued';
  };
  return { mailIsOn: settings !== undefined, sendMail };
}

/** Sends waiting letters from this process, until the jobs stop. */
export async function workMail(
  { db }: Database,
  jobs: Pick<Jobs, 'work'>,
  settings: MailSettings,
): Promise<void> {
  const deliver = openTransport(settings);
  await jobs.work(MAIL_QUEUE, {
    work: (payload, job) => sendLetter(deliver, settings, payload, job),
    async gaveUp({ to, letter }, { id }, error) {
      const after = { kind: letter.kind, to: to.address, reason: (error as Error).message };
      const actor = { name: 'mail', source: 'service' };
      await db
        .transaction()
        .execute((trx) => recordAudit(trx, actor, { action: 'mail.give-up', subject: `mail:${id}`, after }));
    },
  });
}

async function sendLetter(
  deliver: Deliver,
  settings: MailSettings,
  payload: Payload,
  job: Job,
): Promise<void> {
  const to = recipientSchema.safeParse(payload.to);
  if (!to.success) throw new GiveUp('the address is none');
  const { data: letter } = letterSchema.safeParse(payload.letter);
  // A newer web process may know kinds that this one does not: whoever can send it will.
  if (!letter) throw new Error('a letter of a kind that this version does not know');
  if ('until' in letter && letter.until <= new Date()) throw new GiveUp('its link has run out');
  const message = {
    id: job.id,
    to: { name: '', address: to.data.address },
    ...composeLetter(letter, to.data, settings.deskUrl),
  };
  await deliver(message, job.signal).catch((error) => Promise.reject(mailProblem(error)));
}
