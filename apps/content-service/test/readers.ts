import type { Door } from './cluster.ts';

/** Readers who ask for these pages one after the other until they are stopped; what they were told is counted. */
export function readersOf(door: Door, paths: readonly string[], count = 8) {
  const wrong: string[] = [];
  let stopped = false;
  let asked = 0;
  const one = async (first: number) => {
    for (let n = first; !stopped; n += 1) {
      const path = paths[n % paths.length] ?? '/';
      const told = await door.read(path).then(
        ({ status, body }) => (status === 200 && !/<\/(html|feed)>\s*$/.test(body) ? 'torn' : String(status)),
        (error: Error) => error.message,
      );
      asked += 1;
      if (told !== '200') wrong.push(`${path}: ${told}`);
    }
  };
  const running = Array.from({ length: count }, (_, n) => one(n));
  return {
    asked: () => asked,
    /** What was not answered with a whole page. */
    async stop() {
      stopped = true;
      await Promise.all(running);
      return wrong;
    },
  };
}
