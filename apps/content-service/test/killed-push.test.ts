import t from 'tap';
import { KillBench } from '../bench/kill-push.ts';

t.test(
  'killed in the middle of a push, and at its answer, it comes back with the whole headline everywhere or none of it',
  async (t) => {
    const bench = await KillBench.open(10, 1);
    t.teardown(() => bench.close());
    await bench.measure(); // the first one fills what is filled once
    const { answeredMs } = await bench.measure();
    for (const moment of [answeredMs / 2, 'answer'] as const) {
      const { wrong, at, acknowledged, there } = await bench.killAt(moment);
      if (moment === 'answer') t.ok(acknowledged && there, 'what was acknowledged is there');
      t.same(
        wrong,
        [],
        `killed after ${Math.round(at)} ms, when it was ${there ? 'there' : 'not there yet'}`,
      );
    }
  },
);
