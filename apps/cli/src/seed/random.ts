/** Numbers from 0 up to 1 that look random and are the same in every run: what was measured can be measured again. */
export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    // Mulberry32 (Tommy Ettinger, public domain)
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list. */
export function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
