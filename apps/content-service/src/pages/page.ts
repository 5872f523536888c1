import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Reading } from '@warta/changes';
import type { LanguageVersion, Place } from './answer.ts';

/** A page ready to be sent, with its codings as they were asked for. */
export interface Page {
  type: string;
  etag: string;
  identity: Buffer;
  br?: Buffer;
  gzip?: Buffer;
  /** The moment, by `performance.now()`, at which something in it changes by the clock; Infinity where nothing does. */
  freshUntil: number;
  /** The one other origin whose frame it may hold. */
  frames?: string | undefined;
  /** What it is sent with as `Link`. */
  link?: string;
  /** Whose page it is; absent for what alerts are not put into. */
  place?: Place | undefined;
  /** Where it stands in other languages; absent where there are none. */
  versions?: readonly LanguageVersion[] | undefined;
  /** What it is made of; absent for what no cache outside may keep. */
  readings?: readonly Reading[] | undefined;
}

export type Coding = 'br' | 'gzip' | 'identity';

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const TOO_SMALL = 1024;

interface Made {
  body: string | Buffer;
  type: string;
  freshForMs: number | null;
  frames?: string | undefined;
  link?: string;
  place?: Place | undefined;
  versions?: readonly LanguageVersion[] | undefined;
  readings?: readonly Reading[];
}

/** Makes a page; its `freshForMs` counts from `begun`, the moment its reading began. */
export function makePage(made: Made, begun = 0): Page {
  const { body, type, freshForMs, frames, link, place, versions, readings } = made;
  const identity = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    type,
    etag: `W/"${digest(identity)}"`,
    identity,
    freshUntil: freshForMs === null ? Number.POSITIVE_INFINITY : begun + freshForMs,
    frames,
    place,
    readings,
    ...(link && { link }),
    ...(versions && versions.length > 0 && { versions }),
  };
}

/** As many signs of a hash as an ETag needs. */
export function digest(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}

/** The body in a coding, made when first asked for and kept. */
export function encoded(page: Page, coding: Coding): Buffer {
  if (coding === 'br') {
    page.br ??= brotliCompressSync(page.identity, BROTLI);
    return page.br;
  }
  if (coding === 'gzip') {
    page.gzip ??= gzipSync(page.identity, { level: 6 });
    return page.gzip;
  }
  return page.identity;
}

/** The coding to send, given what the client prefers. */
export function codingFor(page: Page, preferred: Coding): Coding {
  return page.identity.length < TOO_SMALL || page.type.startsWith('image/png') ? 'identity' : preferred;
}

export function sizeOf(page: Page): number {
  return page.identity.length + (page.br?.length ?? 0) + (page.gzip?.length ?? 0) + 512;
}
