import fc from 'fast-check';
import t from 'tap';
import { HEADLINES, SITES } from './pages-history.ts';
import { settled, VIEWS, World } from './pages-model.ts';

const node = fc.nat({ max: 1 });
const headline = fc.constantFrom(...HEADLINES);
const site = fc.constantFrom(...SITES);
const soon = fc.nat({ max: 8 });
const one = <K extends string, T extends object>(
  weight: number,
  what: K,
  more: { [P in keyof T]: fc.Arbitrary<T[P]> },
): { weight: number; arbitrary: fc.Arbitrary<{ do: K } & T> } => ({
  weight,
  arbitrary: fc.record(more).map((rest) => ({ do: what, ...(rest as T) })),
});
const step = fc.oneof(
  one(3, 'publish', { headline, pinnedFor: soon }),
  one(1, 'recall', { headline }),
  one(1, 'hide', { headline, site }),
  one(2, 'edit', { site, dueIn: soon }),
  one(8, 'read', { node, site, view: fc.constantFrom(...VIEWS), lag: fc.nat({ max: 3 }) }),
  one(12, 'go on', { pick: fc.nat({ max: 9 }) }),
  one(3, 'hear', { node, most: fc.nat({ max: 2 }) }),
  one(3, 'poll', { node }),
  one(5, 'probe', { node }),
  one(2, 'wait', { ms: soon }),
  one(1, 'forget', { kept: fc.nat({ max: 3 }) }),
  one(1, 'cut', { node }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function take(world: World, s: Step, hearsFirst: boolean): void {
  if (s.do === 'publish') world.write(s.headline, { pinnedUntil: world.now + s.pinnedFor });
  else if (s.do === 'recall') world.write(s.headline, { isRecalled: true });
  else if (s.do === 'hide') world.hide(s.headline, s.site);
  else if (s.do === 'edit') world.edit(s.site, s.dueIn);
  else if (s.do === 'read') void world.read(s.node, s.site, s.view, s.lag);
  else if (s.do === 'go on') world.goOn(s.pick);
  else if (s.do === 'hear') world.hear(s.node, s.most);
  else if (s.do === 'poll') world.hear(s.node);
  else if (s.do === 'probe') void world.probe(s.node, hearsFirst);
  else if (s.do === 'wait') world.now += s.ms;
  else if (s.do === 'forget') world.forget(s.kept);
  else world.turn(s.node);
}

/** Runs worlds of random steps until one answers a reader wrongly; says how much was seen. */
async function tryWorlds(numRuns: number, hearsFirst = true) {
  const sum = { answers: 0, proofs: 0 };
  const clock = performance.now;
  const steps = fc.array(step, { minLength: 20, maxLength: 120, size: 'max' });
  const property = fc.asyncProperty(steps, async (list) => {
    const world = new World();
    performance.now = () => world.now;
    for (const s of list) {
      take(world, s, hearsFirst);
      await settled();
      if (world.wrong.length > 0) throw new Error(world.wrong[0]);
    }
    await world.end();
    sum.answers += world.answers;
    sum.proofs += Object.keys(world.proven).length;
    if (world.wrong.length > 0) throw new Error(world.wrong[0]);
  });
  try {
    const result = await fc.check(property, { numRuns });
    return { ...result, ...sum };
  } finally {
    performance.now = clock;
  }
}

t.test(
  'in whatever order things happen, no reader of any node gets what is gone, what is old, or another site’s page',
  async (t) => {
    const { failed, counterexample, errorInstance, answers, proofs } = await tryWorlds(600);
    t.notOk(failed, `${errorInstance}: ${JSON.stringify(counterexample)}`);
    t.ok(answers > 3000 && proofs > 60, `${answers} answers were judged, after ${proofs} proofs`);
  },
);

t.test('a proof by a node that has not heard of the change first would be found out', async (t) => {
  const { failed, errorInstance } = await tryWorlds(3000, false);
  t.ok(failed);
  t.match(String(errorInstance), /proven/);
});
