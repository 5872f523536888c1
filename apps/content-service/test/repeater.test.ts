import t from 'tap';
import { Repeater } from '../src/repeater.ts';

/** More steps than there are between the end of the work and the last of what follows from it. */
const STEPS = 20;

t.test('whoever asks while the work ends, at whichever step of that, has it done once more', async (t) => {
  for (let steps = 0; steps < STEPS; steps += 1) {
    let done = 0;
    let asked = 0;
    const repeater = new Repeater(async () => {
      const seen = asked;
      await Promise.resolve();
      done = seen;
      if (asked === 1) void later();
    });
    const ask = () => {
      asked += 1;
      repeater.ask();
    };
    async function later() {
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      if (asked === 1) ask();
    }
    ask();
    await new Promise((resolve) => setImmediate(resolve));
    await repeater.settled();
    t.same([asked, done], [2, 2], `after ${steps} steps`);
  }
});

t.test('work is never done twice at once, and not begun after the end', async (t) => {
  let under = 0;
  let times = 0;
  const repeater = new Repeater(async () => {
    under += 1;
    times += 1;
    t.equal(under, 1);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
  });
  for (let n = 0; n < 5; n += 1) repeater.ask();
  await repeater.settled();
  t.equal(times, 2, 'what was asked meanwhile is one more time for all');
  repeater.ask();
  await repeater.stop();
  repeater.ask();
  t.equal(times, 3);
});
