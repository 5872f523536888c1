import { KillBench, type Killed } from './kill-push.ts';
import { median, type Row } from './report.ts';

const SITES = 134;
const POSTS = 5;

/** Kills the service at random moments of a push and says what was so afterwards; ends with 1 when anything is wrong. */
export async function benchKill(times: number): Promise<Row[]> {
  const bench = await KillBench.open(SITES, POSTS);
  try {
    const lengths = [await bench.measure(), await bench.measure(), await bench.measure()];
    const length = median(lengths);
    const killed: Killed[] = [];
    for (let n = 0; n < times; n += 1) {
      const each = await bench.killAfter(Math.random() * length * 1.1);
      for (const wrong of each.wrong) console.error(`killed at ${Math.round(each.at)} ms: ${wrong}`);
      killed.push(each);
      console.error(`${killed.length} of ${times}`);
    }
    if (killed.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
    return [summary(killed, length)];
  } finally {
    await bench.close();
  }
}

function summary(killed: Killed[], length: number): Row {
  const again = killed.flatMap(({ provenAgainMs }) => provenAgainMs ?? []);
  const count = (is: (each: Killed) => boolean) => killed.filter(is).length;
  return {
    kills: killed.length,
    sites: SITES,
    'push ms': Math.round(length),
    acknowledged: count(({ acknowledged }) => acknowledged),
    'whole after restart': count(({ there }) => there),
    'none after restart': count(({ there }) => !there),
    wrong: count(({ wrong }) => wrong.length > 0),
    'start to proven p50 ms': Math.round(median(again)),
  };
}
