import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompressSync, constants, gzipSync } from 'node:zlib';
import type { Reading } from '@warta/changes';
import type { LanguageVersion, Place } from './answer.ts';

export type Coding = 'br' | 'gzip' | 'identity';

const SOON = 5;
const BEST = constants.BROTLI_MAX_QUALITY;
const TOO_SMALL = 1024;
/** What a page takes beside its bodies, roughly. */
const OVERHEAD = 1024;

/** Of which answer a head is: a body in a coding, or that there is nothing new. */
export type HeadName = Coding | 'unchanged';

/** What a page is made of. */
export interface Made {
  body: string | Buffer;
  type: string;
  freshForMs: number | null;
  /** The one other origin whose frame it may hold. */
  frames?: string | undefined;
  /** What it is sent with as `Link`. */
  link?: string | undefined;
  /** Whose page it is; absent for what alerts are not put into. */
  place?: Place | undefined;
  /** Where it stands in other languages. */
  versions?: readonly LanguageVersion[] | undefined;
  /** What it was read from; absent for what no cache outside may keep. */
  readings?: readonly Reading[] | undefined;
}

/**
 * A page ready to be sent. A coding is made when it is first asked for; from then on the body is kept coded alone, and
 * whoever wants it plain gets it decoded.
 */
export class Page {
  readonly type: string;
  readonly etag: string;
  readonly frames: string | undefined;
  readonly link: string | undefined;
  readonly place: Place | undefined;
  readonly versions: readonly LanguageVersion[] | undefined;
  readonly readings: readonly Reading[] | undefined;
  /** A soft change has touched it: it stands in until another one is made. */
  isOutdated = false;
  /** The moment, by `performance.now()`, at which something in it changes by the clock; Infinity where nothing does. */
  readonly freshUntil: number;
  /** When it was last noted as used, by `performance.now()`. */
  usedAt = Number.NEGATIVE_INFINITY;
  /** Told when it has been coded, and so weighs something else. */
  onCoded: ((page: Page) => void) | undefined;
  readonly #isCoded: boolean;
  #identity: Buffer | undefined;
  #br: Buffer | undefined;
  #gzip: Buffer | undefined;
  #isBest = false;
  readonly #heads = new Map<HeadName, string[]>();

  constructor(made: Made & { etag?: string }, freshUntil: number) {
    const identity = typeof made.body === 'string' ? Buffer.from(made.body) : made.body;
    this.type = made.type;
    this.etag = made.etag ?? `W/"${digest(identity)}"`;
    this.freshUntil = freshUntil;
    this.frames = made.frames;
    this.link = made.link;
    this.place = made.place;
    this.readings = made.readings;
    this.versions = made.versions?.length ? made.versions : undefined;
    this.#isCoded = identity.length >= TOO_SMALL && !made.type.startsWith('image/png');
    this.#identity = identity;
  }

  /** Bytes it takes in memory, roughly. */
  get bytes(): number {
    const bodies = [this.#identity, this.#br, this.#gzip];
    return bodies.reduce((sum, body) => sum + (body?.length ?? 0), OVERHEAD);
  }

  /** Whether it has been coded for its first reader alone, and can be coded better. */
  get isCoarse(): boolean {
    return this.#br !== undefined && !this.#isBest;
  }

  /** The coding it is sent in, given what the client prefers. */
  codingFor(preferred: Coding): Coding {
    return this.#isCoded ? preferred : 'identity';
  }

  body(coding: Coding): Buffer {
    if (coding === 'identity') return this.#identity ?? brotliDecompressSync(this.#br as Buffer);
    const known = coding === 'br' ? this.#br : this.#gzip;
    if (known) return known;
    const identity = this.body('identity');
    const coded = exactly(
      coding === 'br'
        ? brotliCompressSync(identity, brotli(SOON, identity))
        : gzipSync(identity, { level: 6 }),
    );
    if (coding === 'br') this.#br = coded;
    else this.#gzip = coded;
    if (this.#br) this.#identity = undefined;
    this.onCoded?.(this);
    return coded;
  }

  /** Codes it anew as well as can be, beside everything else: that takes ten times as long, and spares a tenth of the line. */
  async recode(): Promise<void> {
    const identity = this.body('identity');
    const best = await promisify(brotliCompress)(identity, brotli(BEST, identity));
    this.#isBest = true;
    if (!this.#br || best.length >= this.#br.length) return;
    this.#br = exactly(best);
    this.#heads.clear();
    this.onCoded?.(this);
  }

  /** The head that goes with a body, names and values in turn, made once by `make`; `name` tells one kind from another. */
  head(name: HeadName, make: () => string[]): string[] {
    const known = this.#heads.get(name);
    if (known) return known;
    const made = make();
    this.#heads.set(name, made);
    return made;
  }
}

/** Makes a page; its `freshForMs` counts from `begun`, the moment its reading began. */
export function makePage(made: Made, begun = 0): Page {
  return new Page(made, made.freshForMs === null ? Number.POSITIVE_INFINITY : begun + made.freshForMs);
}

/** No window larger than what is coded: the encoder makes its tables as large, and they take longer than a page does. */
function brotli(quality: number, { length }: Buffer) {
  const window = Math.ceil(Math.log2(length + 1));
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        Math.max(window, constants.BROTLI_MIN_WINDOW_BITS),
        constants.BROTLI_DEFAULT_WINDOW,
      ),
    },
  };
}

/** A copy in memory of its own size: what zlib gives holds on to a buffer several times as large. */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** As many signs of a hash as an ETag needs. */
export function digest(body: string | Buffer): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22);
}
