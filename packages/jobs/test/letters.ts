import type { Queue } from '../src/index.ts';

export const LETTERS: Queue<{ text: string }> = {
  name: 'letters',
  attempts: 3,
  firstDelaySeconds: 1,
  longestDelaySeconds: 1,
  timeoutSeconds: 5,
  atOnce: 2,
};

/** Gathers texts; `full` settles when `times` have come in. */
export function inbox(times: number) {
  const texts: string[] = [];
  let done = () => {};
  const full = new Promise<string[]>((resolve) => {
    done = () => resolve(texts);
  });
  return {
    full,
    take(text: string) {
      texts.push(text);
      if (texts.length >= times) done();
    },
  };
}
