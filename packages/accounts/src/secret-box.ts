import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** Nothing that is kept in the clear begins so. */
const MARK = 'v1.';

/** What is kept was sealed with another key, for something else, or was changed since. */
export class SealBrokenError extends Error {
  override name = 'SealBrokenError';
}

/** Keeps secrets that are needed again, and so cannot be hashed, under a key that is not in the database. */
export class SecretBox {
  readonly #key: Buffer;

  /** `key` has 32 bytes. */
  constructor(key: Buffer) {
    if (key.length !== KEY_BYTES) throw new Error(`the key has ${key.length} bytes and not ${KEY_BYTES}`);
    this.#key = key;
  }

  /** Seals a secret for its owner, an id: in another row of the database nobody can open it. */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return MARK + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /**
   * The secret as it was; one that was kept before there was a key is as it stands.
   * @throws {SealBrokenError}
   */
  open(kept: string, owner: string): string {
    if (!isSealed(kept)) return kept;
    const bytes = Buffer.from(kept.slice(MARK.length), 'base64url');
    const body = NONCE_BYTES + TAG_BYTES;
    try {
      const decipher = createDecipheriv(ALGORITHM, this.#key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(NONCE_BYTES, body));
      return decipher.update(bytes.subarray(body), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      throw new SealBrokenError('the secret was sealed with another key, or was changed');
    }
  }
}

export const isSealed = (kept: string) => kept.startsWith(MARK);
