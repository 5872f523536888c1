import { loadavg } from 'node:os';
import { findDeliveries } from '@warta/sync';
import { sql } from 'kysely';
import { alertCycle } from './alert-cycle.ts';
import { type Network, startNetwork } from './network.ts';
import { median, percentile, type Row } from './report.ts';

/** Asking whether all is seen takes time from the seeing, so the longer it will take the less often it is asked. */
const pollMs = (sites: number) => Math.max(25, sites / 10);

/** What one step took, in milliseconds. */
export interface Times {
  /** From the click, when the call is sent, to its answer. */
  writeMs: number;
  /** From the click to the last mission that the last node saw, as the ledger says: both go by this machine's clock. */
  provenMs: number;
}

/** A network of this many missions, the posts each has, and how often the steps are measured on it. */
export interface Size {
  sites: number;
  posts: number;
  runs: number;
}

/** Push, correction, recall and alert at one size: what the ledger says it took, and what the writing took. */
export async function measureSync({ sites, posts, runs }: Size): Promise<Row[]> {
  const before = load();
  const network = await startNetwork(sites, posts);
  await cycle(network); // the first one fills what is filled once
  const times: Record<string, Times[]> = {};
  const bare: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const [name, time] of Object.entries(await cycle(network)))
      times[name] = [...(times[name] ?? []), time];
    bare.push(await bareInsert(network));
  }
  const rows = Object.entries(times).map(([name, list]) => ({
    ...summary(name, network, list, bare),
    load: `${before} to ${load()}`,
  }));
  await network.close();
  return rows;
}

/** The life of a headline and that of an alert, a step at a time. */
async function cycle(network: Network): Promise<Record<string, Times>> {
  const words = (title: string) => ({
    translations: [
      { locale: 'id', title, body: `${title}. Isi yang cukup panjang.` },
      { locale: 'en', title: `${title} (en)`, body: 'A text that is long enough.' },
    ],
    audience: { all: true },
  });
  const { id, ...push } = await timed(network, 'POST', '/headlines', words('Berita utama'));
  const correction = await timed(network, 'PUT', `/headlines/${id}`, words('Berita yang dibetulkan'));
  const recall = await timed(network, 'POST', `/headlines/${id}/recall`, { reason: 'bench' });
  return { push, correction, recall, ...(await alertCycle(network, pollMs(network.sites))) };
}

export async function timed(network: Network, method: string, path: string, body: object) {
  const clicked = Date.now();
  const answer = await fetch(`${network.service.origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${network.token}`,
      'content-type': 'application/json',
      ...(method === 'PUT' && { 'if-match': '"1"' }),
    },
    body: JSON.stringify(body),
  });
  const { id } = (await answer.json()) as { id: string };
  const writeMs = Date.now() - clicked;
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  return { id, writeMs, provenMs: (await proven(network, id)) - clicked };
}

/** What the machine was doing in the last minute: at the start, what else runs on it. */
const load = () => loadavg()[0]?.toFixed(1);

/** When the last node saw the last mission, on the clock that counts from 1970. */
async function proven({ database: { db }, sites }: Network, id: string): Promise<number> {
  for (;;) {
    const unseen = await sql<{ some: boolean }>`select exists (
      select from delivery d join headline h on h.post = d.headline
      join node n on n.name = d.node and n.left_at is null
      where d.headline = ${id} and d.version is distinct from h.version) as some`.execute(db);
    if (!unseen.rows[0]?.some) {
      const deliveries = await findDeliveries(db, id);
      if (deliveries?.provenInMs != null)
        return Math.max(...deliveries.items.map(({ provenAt }) => provenAt?.getTime() ?? Number.NaN));
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs(sites)));
  }
}

/** The yardstick of the writing: a row for each mission, and nothing else. */
async function bareInsert({ database: { db } }: Network): Promise<number> {
  await sql`create table if not exists yardstick (headline uuid, site uuid, node text, version int,
    seen_at timestamptz, error text, primary key (headline, site, node))`.execute(db);
  const begun = performance.now();
  await sql`insert into yardstick (headline, site, node)
    select gen_random_uuid(), site, 'bench' from audience_site`.execute(db);
  const took = performance.now() - begun;
  await sql`truncate yardstick`.execute(db);
  return took;
}

function summary(name: string, network: Network, times: Times[], bare: number[]): Row {
  const { sites, nodes } = network;
  const proof = times.map((time) => time.provenMs);
  const write = median(times.map((time) => time.writeMs));
  return {
    what: name,
    sites,
    nodes,
    runs: times.length,
    'proven p50 ms': Math.round(median(proof)),
    'proven p99 ms': Math.round(percentile(proof, 0.99)),
    'proven max ms': Math.round(percentile(proof, 1)),
    'call ms': Math.round(write),
    'bare insert ms': Number(median(bare).toFixed(1)),
    'call / bare': Number((write / median(bare)).toFixed(1)),
    'µs a site': Math.round((median(proof) * 1000) / sites),
    'rss MB': network.rssMb().join(' + '),
  };
}
