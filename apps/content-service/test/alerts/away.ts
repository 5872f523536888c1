import { connect, createServer, type Socket } from 'node:net';
import type { Database } from '@warta/database';
import type { KyselyPlugin } from 'kysely';

/** A database that can be made to fail as one that cannot be reached. */
export function breakable<D extends Database>(database: D): { database: D; break(): void; mend(): void } {
  let isAway = false;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      if (isAway) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return {
    database: { ...database, db: database.db.withPlugin(plugin) },
    break() {
      isAway = true;
    },
    mend() {
      isAway = false;
    },
  };
}

/** A way to a server on this machine that can be cut, lose all that is sent along it, and be opened again. */
export async function wayTo(port: number) {
  const open = new Set<Socket>();
  let isCut = false;
  let isLost = false;
  const server = createServer((socket) => {
    if (isCut) return void socket.destroy();
    if (isLost) return void open.add(socket.on('error', () => {}));
    const there = connect(port, '127.0.0.1');
    for (const end of [socket, there]) {
      open.add(end);
      end.on('error', () => end.destroy()).on('close', () => open.delete(end));
    }
    socket.pipe(there).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
    },
    /** Nothing that is sent arrives any more, and nobody is told: as when a machine loses power. */
    lose() {
      for (const socket of open) socket.pause().unpipe();
      isLost = true;
    },
    mend() {
      isCut = false;
      isLost = false;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
