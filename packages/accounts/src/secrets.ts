import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits: it needs no slow hash, there is nothing to guess. */
export const newSecret = () => randomBytes(32).toString('base64url');

/** What is kept of such a secret. */
export const digest = (secret: string) => createHash('sha256').update(secret).digest('hex');
