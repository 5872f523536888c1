import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli-error.ts';
import { type FieldError, ProblemError, UnreachableError } from './errors.ts';

const MOST_RETRIES = 3;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5000;
const TIMEOUT_MS = 30_000;

/** How often a call may be sent again when its answer is lost. */
export type Repeat = 'never' | 'when-lost';

/**
 * Sends a request and returns its answer's body, undefined where there is none. Where the answer is lost, or the
 * service cannot do it right now, it is sent up to three times more, the same to the byte: its
 * `Idempotency-Key` lets it take effect once. A first attempt that nobody accepts was not sent and is not repeated.
 * @throws {ProblemError} when the service refuses; {@link UnreachableError}; {@link CliError} when what answers is
 * not Warta.
 */
export async function send(url: string, request: RequestInit, repeat: Repeat): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const retries = repeat === 'never' ? 0 : MOST_RETRIES - attempt;
    const sent = await tryOnce(url, request);
    if (retries <= 0 || !isWorthRepeating(sent, attempt)) return read(url, sent);
    await sleep(pauseAfter(sent, attempt));
  }
}

type Sent = Response | { lost: string };

async function tryOnce(url: string, request: RequestInit): Promise<Sent> {
  try {
    return await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
    return {
      lost: cause?.code ?? cause?.message ?? (name === 'TimeoutError' ? 'no answer in 30 s' : message),
    };
  }
}

function isWorthRepeating(sent: Sent, attempt: number): boolean {
  if ('lost' in sent) return attempt > 0 || sent.lost !== 'ECONNREFUSED';
  // A repetition meets 409 while the first one is still being carried out.
  return sent.status === 503 || (attempt > 0 && sent.status === 409);
}

function pauseAfter(sent: Sent, attempt: number): number {
  const asked = 'lost' in sent ? 0 : Number(sent.headers.get('retry-after') ?? 0) * 1000;
  return Math.min(LONGEST_PAUSE_MS, Math.max(asked || 0, FIRST_PAUSE_MS * 2 ** attempt));
}

async function read(url: string, sent: Sent): Promise<unknown> {
  const { origin } = new URL(url);
  if ('lost' in sent) throw new UnreachableError(origin, sent.lost);
  if (sent.status === 204) return undefined;
  const type = sent.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    const problem = (await sent.json()) as { detail: string; errors?: FieldError[] };
    throw new ProblemError(sent.status, problem.detail, problem.errors ?? []);
  }
  if (sent.ok && type.startsWith('application/json')) return sent.json();
  const target = sent.headers.get('location');
  const leads = target ? `, leads to ${target}` : '';
  throw new CliError(`What answers at ${origin} is not Warta's API (status ${sent.status}${leads}).`);
}
