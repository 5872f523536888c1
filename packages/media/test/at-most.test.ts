import { setImmediate } from 'node:timers/promises';
import t from 'tap';
import { atMost } from '../src/at-most.ts';

t.test('no more than so many run at once, in the order they came', async (t) => {
  const gate = atMost(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  const task = (name: number) => async () => {
    begun.push(name);
    most = Math.max(most, ++running);
    await setImmediate();
    running -= 1;
    return name;
  };
  t.same(await Promise.all([1, 2, 3, 4, 5].map((name) => gate(task(name)))), [1, 2, 3, 4, 5]);
  t.same(begun, [1, 2, 3, 4, 5]);
  t.equal(most, 2);
});

t.test('a task that fails makes way for the next', async (t) => {
  const gate = atMost(1);
  const failing = gate(async () => {
    throw new Error('no');
  });
  const next = gate(async () => 'yes');
  await t.rejects(failing, /no/);
  t.equal(await next, 'yes');
});
