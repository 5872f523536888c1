import pg from 'pg';

const LOOK_MS = 1000;
/** A query may well take longer: then the server is asked whether it is there. */
const LONG_MS = 3000;
const ANSWERS_WITHIN_MS = 3000;
const TRIES = 2;

/**
 * Gives a pool's connections up once they lead nowhere. A server that loses power, or its network, closes nothing: who
 * waits for an answer would do so until the system gives up, which takes Linux a quarter of an hour. So where a
 * connection is busy for long, the server is asked on a new one, and if it does not answer, all of them fail as ones
 * that were closed do. Returns what ends it.
 */
export function watchServer(pool: pg.Pool, connectionString: string): () => void {
  const open = new Set<pg.PoolClient>();
  const busySince = new Map<pg.PoolClient, number>();
  let isAsking = false;
  pool.on('connect', (client) => void open.add(client));
  pool.on('acquire', (client) => void busySince.set(client, performance.now()));
  pool.on('release', (_error, client) => void busySince.delete(client));
  pool.on('remove', (client) => {
    open.delete(client);
    busySince.delete(client);
  });
  const look = async () => {
    const isLong = [...busySince.values()].some((since) => performance.now() - since > LONG_MS);
    if (!isLong || isAsking) return;
    isAsking = true;
    const suspects = [...open];
    if (!(await answers(connectionString))) for (const client of suspects) giveUp(client);
    isAsking = false;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return () => clearInterval(timer);
}

/** Whether there is a server; one that refuses is there as well. */
async function answers(connectionString: string): Promise<boolean> {
  for (let n = 0; n < TRIES; n += 1) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: ANSWERS_WITHIN_MS,
      application_name: 'warta watch',
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError) return true;
    } finally {
      void client.end().catch(() => {});
    }
  }
  return false;
}

/** As if the other side had closed it. */
function giveUp(client: pg.PoolClient): void {
  const { connection } = client as pg.PoolClient & { connection: { stream: import('node:net').Socket } };
  const lost = new Error('the server does not answer any more');
  connection.stream.destroy(Object.assign(lost, { code: 'ETIMEDOUT' }));
}
