import { LRUCache } from 'lru-cache';

/** However many sites there are, each may hold this part of the room before it makes room for its own. */
const LARGEST_SHARE = 1 / 8;

interface Entry {
  owner: string;
  bytes: number;
}

/**
 * What goes when there is not room for everything: what was used longest ago, of all; but an owner that holds more
 * than its share makes room for its own. So one that is read from end to end puts nobody else's pages out.
 */
export class FairShares {
  readonly #room: number;
  readonly #entries: LRUCache<string, Entry>;
  /** Of each owner: what it holds, used longest ago first. */
  readonly #owners = new Map<string, { keys: Set<string>; bytes: number }>();

  /** `room` in bytes. */
  constructor(room: number) {
    this.#room = room;
    this.#entries = new LRUCache({ maxSize: room, sizeCalculation: ({ bytes }) => bytes });
  }

  use(key: string): void {
    const entry = this.#entries.get(key);
    const keys = entry && this.#owners.get(entry.owner)?.keys;
    if (!keys) return;
    keys.delete(key);
    keys.add(key);
  }

  /** Takes a key in, or weighs it anew; gives the keys that must go for it: itself, where it is larger than all room. */
  take(key: string, owner: string, bytes: number): string[] {
    this.release(key);
    if (bytes > this.#room) return [key];
    const gone: string[] = [];
    while (this.#entries.calculatedSize + bytes > this.#room) {
      const victim = this.#victimFor(owner, bytes);
      if (victim === undefined) break;
      this.release(victim);
      gone.push(victim);
    }
    this.#entries.set(key, { owner, bytes });
    const held = this.#owners.get(owner) ?? { keys: new Set(), bytes: 0 };
    held.keys.add(key);
    held.bytes += bytes;
    this.#owners.set(owner, held);
    return gone;
  }

  release(key: string): void {
    const entry = this.#entries.peek(key);
    if (!entry) return;
    this.#entries.delete(key);
    const held = this.#owners.get(entry.owner);
    held?.keys.delete(key);
    if (held) held.bytes -= entry.bytes;
    if (held?.keys.size === 0) this.#owners.delete(entry.owner);
  }

  #victimFor(owner: string, bytes: number): string | undefined {
    const held = this.#owners.get(owner);
    const share = this.#room * Math.max(LARGEST_SHARE, 1 / Math.max(1, this.#owners.size));
    if (held && held.bytes + bytes > share) return first(held.keys);
    return first(this.#entries.rkeys());
  }
}

function first(keys: Iterable<string>): string | undefined {
  for (const key of keys) return key;
  return undefined;
}
