import { v7 } from 'uuid';

/** A new UUID version 7 (RFC 9562), in lower case: ids made later sort later. */
export function newId(): string {
  return v7();
}
