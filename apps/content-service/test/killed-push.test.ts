import t from 'tap';
import { KillBench } from '../bench/kill-push.ts';

t.test(
  'killed at any moment of a push, it comes back with the whole headline everywhere or none of it',
  async (t) => {
    const bench = await KillBench.open(10, 1);
    t.teardown(() => bench.close());
    const length = await bench.measure();
    for (const share of [0.05, 0.2, 0.4, 0.7, 1]) {
      const { wrong, at, there } = await bench.killAfter(length * share);
      t.same(
        wrong,
        [],
        `killed after ${Math.round(at)} ms, when it was ${there ? 'there' : 'not there yet'}`,
      );
    }
  },
);
