import { loadavg } from 'node:os';
import { KillBench, type Killed, type Lengths } from './kill-push.ts';
import { median, type Row } from './report.ts';

const SITES = 134;
const POSTS = 5;

/** Kills the service at random moments of a push and says what was so afterwards; ends with 1 when anything is wrong. */
export async function benchKill(times: number): Promise<Row[]> {
  const bench = await KillBench.open(SITES, POSTS);
  try {
    const lengths = await measured(bench);
    const killed: Killed[] = [];
    for (let n = 0; n < times; n += 1) {
      // The call is a short part of it all, and the part in which something could be torn: half of them fall there.
      const span = n % 2 === 0 ? lengths.answeredMs : lengths.provenMs;
      const each = await bench.killAt(Math.random() * span * 1.1);
      for (const wrong of each.wrong) console.error(`killed at ${Math.round(each.at)} ms: ${wrong}`);
      killed.push(each);
      console.error(`${killed.length} of ${times}`);
    }
    if (killed.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
    return [summary(killed, lengths)];
  } finally {
    await bench.close();
  }
}

/** The first one fills what is filled once. */
async function measured(bench: KillBench): Promise<Lengths> {
  await bench.measure();
  const lengths = [await bench.measure(), await bench.measure(), await bench.measure()];
  return {
    answeredMs: median(lengths.map(({ answeredMs }) => answeredMs)),
    provenMs: median(lengths.map(({ provenMs }) => provenMs)),
  };
}

function summary(killed: Killed[], { answeredMs, provenMs }: Lengths): Row {
  const again = killed.flatMap(({ provenAgainMs }) => provenAgainMs ?? []);
  const count = (is: (each: Killed) => boolean) => killed.filter(is).length;
  return {
    kills: killed.length,
    sites: SITES,
    'answered ms': Math.round(answeredMs),
    'proven ms': Math.round(provenMs),
    acknowledged: count(({ acknowledged }) => acknowledged),
    'whole after restart': count(({ there }) => there),
    'none after restart': count(({ there }) => !there),
    wrong: count(({ wrong }) => wrong.length > 0),
    'start to proven p50 ms': Math.round(median(again)),
    'load at the end': loadavg()[0]?.toFixed(1) ?? '',
  };
}
