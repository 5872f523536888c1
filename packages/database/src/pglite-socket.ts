import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';

type Done = (error?: Error | null) => void;

/**
 * What node-postgres takes for a socket to the embedded database: what is written goes to PGlite as it is, what comes
 * back is read by node-postgres itself. All messages of a query go in one call, where PGlite's own adapter makes
 * a call of each and reads each answer with a slower reader.
 */
export class PgliteSocket extends Duplex {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  connect(): void {
    this.#pglite.waitReady.then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
  }

  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    this.#exchange(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#exchange(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _read(): void {}

  /** There is one session for all connections: it is left to the next one as a new one would be. */
  override _final(done: Done): void {
    const rest = this.#pglite.isInTransaction() ? 'rollback; deallocate all' : 'deallocate all';
    this.#pglite
      .exec(rest)
      .then(() => this.push(null))
      .then(() => done(), done);
  }

  async #exchange(bytes: Buffer): Promise<void> {
    const answers: Buffer[] = [];
    await this.#pglite.execProtocolRawStream(bytes, {
      syncToFs: false,
      onRawData: (data) => answers.push(Buffer.from(data)), // a copy: what it is given is PGlite's own memory
    });
    if (answers.length > 0) this.push(Buffer.concat(answers));
  }

  // What node-postgres asks of a socket, and has no meaning here.
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
