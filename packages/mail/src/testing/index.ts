import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  /** Each header in full, by its name in lower case. */
  headers: Map<string, string>;
  text: string;
  raw: string;
}

/** What a server says that does not take something, such as 550. */
interface Refusal {
  responseCode: number;
  message: string;
}

/** A mail server of the test's own. */
export interface Mailbox {
  url: string;
  port: number;
  /** Settles with the message, as soon as that many have come in. */
  received(count: number): Promise<Received[]>;
  all: Received[];
  close(): Promise<void>;
}

/** Opens a mail server on this machine; `refuse` says which recipients or letters it does not take. */
export async function openMailbox(options: {
  port?: number;
  refuseTo?: (address: string) => Refusal | undefined;
  refuseLetter?: () => Refusal | undefined;
  onAttempt?: () => void;
}): Promise<Mailbox> {
  const all: Received[] = [];
  const waiting: { count: number; resolve: (messages: Received[]) => void }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      options.onAttempt?.();
      callback(failure(options.refuseTo?.(address)));
    },
    async onData(stream, { envelope }, callback) {
      const raw = Buffer.concat(await stream.toArray()).toString();
      const refused = failure(options.refuseLetter?.());
      if (refused) return callback(refused);
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      all.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw, ...read(raw) });
      for (const { count, resolve } of waiting) if (all.length >= count) resolve(all);
      callback();
    },
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    all,
    received: (count) =>
      new Promise((resolve) => {
        if (all.length >= count) resolve(all);
        else waiting.push({ count, resolve });
      }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function failure(refusal: Refusal | undefined): Error | undefined {
  return refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.responseCode });
}

function read(raw: string): { headers: Map<string, string>; text: string } {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const body = raw.slice(end + 4);
  const encoding = headers.get('content-transfer-encoding');
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? unquote(body)
        : body;
  return { headers, text: text.replaceAll('\r\n', '\n') };
}

function unquote(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
