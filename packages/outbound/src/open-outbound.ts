import { isIP } from 'node:net';
import { Agent, type Dispatcher, errors, request } from 'undici';
import { type FindAddresses, forbidden, guardedLookup } from './guarded-lookup.ts';
import { OutboundError } from './outbound-error.ts';
import { isPublicAddress } from './public-address.ts';

export interface OutboundOptions {
  /** Who asks, as `User-Agent`. */
  userAgent: string;
  /** The longest a request may take, from looking up the name to the last byte. */
  timeoutMs?: number;
  /** The longest answer. */
  maxBytes?: number;
  /** Whether requests may go in the clear. */
  allowHttp?: boolean;
  /** Which addresses may be asked beside public ones; none, but for tests. */
  allowAddress?: (address: string) => boolean;
  findAddresses?: FindAddresses;
}

export interface Asked {
  method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'PURGE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  signal?: AbortSignal;
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

export interface Outbound {
  /**
   * Asks another server, and follows no redirect: that is an answer as any other.
   * @throws {OutboundError} when the request was not made, or no answer came that can be used.
   */
  ask(url: string, asked?: Asked): Promise<Answered>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 1_000_000;

/** Opens the one way out: whatever asks another server goes through here. */
export function openOutbound(options: OutboundOptions): Outbound {
  const { userAgent, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, allowHttp = false } = options;
  const isAllowed = (address: string) =>
    isPublicAddress(address) || (options.allowAddress?.(address) ?? false);
  const agent = new Agent({
    connect: { lookup: guardedLookup(isAllowed, options.findAddresses), timeout: timeoutMs },
    maxResponseSize: maxBytes,
  });
  return {
    async ask(url, { method = 'GET', headers = {}, body, signal } = {}) {
      const target = judge(url, allowHttp, isAllowed);
      const limit = AbortSignal.timeout(timeoutMs);
      const signals = signal ? AbortSignal.any([signal, limit]) : limit;
      try {
        const answer = await request(target, {
          dispatcher: agent,
          // The library sends any method; its types list those of the standard.
          method: method as Dispatcher.HttpMethod,
          headers: { ...headers, 'user-agent': userAgent },
          body: body ?? null,
          signal: signals,
        });
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        return { status: answer.statusCode, headers: answer.headers, body: bytes };
      } catch (error) {
        throw told(error, target.host, signals.aborted);
      }
    },
    close: () => agent.close(),
  };
}

/** The address as one that may be asked; a socket looks up names, but takes an IP address as it is. */
function judge(url: string, allowHttp: boolean, isAllowed: (address: string) => boolean): URL {
  const target = URL.parse(url);
  if (!target) throw new OutboundError('forbidden', 'this is no address of the web');
  const { protocol, host, hostname, username, password } = target;
  if (protocol !== 'https:' && !(allowHttp && protocol === 'http:')) {
    throw new OutboundError('forbidden', `${host} may be asked over https alone`);
  }
  if (username || password) {
    throw new OutboundError('forbidden', `the address at ${host} has a user or a password in it`);
  }
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) && !isAllowed(bare)) throw forbidden(bare);
  return target;
}

/** The library's errors can hold what was sent; ours say what happened. */
function told(error: unknown, host: string, aborted: boolean): OutboundError {
  if (error instanceof OutboundError) return error;
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return new OutboundError('too-long', `${host} answered with more than was agreed`);
  }
  const isLate = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError].some(
    (late) => error instanceof late,
  );
  if (aborted || isLate) return new OutboundError('too-slow', `${host} did not answer in time`);
  const { code = 'error' } = error as { code?: string };
  return new OutboundError('unreachable', `${host} could not be asked: ${code}`);
}
