import { isIP } from 'node:net';
import type { Transporter } from 'nodemailer';

export interface MailSettings {
  /** `smtp://` (STARTTLS) or `smtps://`, with user and password where the server asks for them. */
  smtpUrl: string;
  /** The sender, such as `Warta <warta@example.go.id>`. */
  from: string;
  /** Where the desk is, scheme and host, without a slash at the end. */
  deskUrl: string;
}

export interface Message {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
}

/** Hands one message to the mail server; fails with the library's error. */
export type Deliver = (message: Message, signal: AbortSignal) => Promise<void>;

const TIMEOUTS = {
  dnsTimeout: 10_000,
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 30_000,
  socketCloseTimeout: 2000,
};

/** A way to the mail server. The library is loaded, and a connection made, when something is to be sent. */
export function openTransport(settings: MailSettings): Deliver {
  const host = new URL(settings.deskUrl).hostname;
  let opened: Promise<Transporter> | undefined;
  return async (message, signal) => {
    opened ??= open(settings.smtpUrl);
    await (await opened).sendMail({
      from: settings.from,
      to: message.to,
      subject: message.subject,
      text: message.text,
      messageId: `<${message.id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      list: { id: { url: `desk.${host}`, comment: 'Warta' } },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
  };
}

async function open(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: smtpUrl,
    requireTLS: !isThisMachine(new URL(smtpUrl).hostname),
    ...TIMEOUTS,
  });
}

/** Letters hold links that open accounts: they leave the machine encrypted, or not at all. */
function isThisMachine(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'));
}
