import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const OLDEST = 15;
const NEEDED = ['postgres', 'initdb', 'pg_isready', 'createuser'];

/**
 * The folder with the newest PostgreSQL server on this machine, from 15 on; undefined where there is none.
 * Debian and Ubuntu keep servers outside of PATH, one folder a version.
 */
export function findPostgres(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(':').filter((dir) => dir !== '');
  const dirs = [...onPath, ...globSync('/usr/lib/postgresql/*/bin')];
  const servers = dirs
    .filter((dir) => NEEDED.every((name) => existsSync(join(dir, name))))
    .map((dir) => ({ dir, version: majorVersion(join(dir, 'postgres')) }))
    .filter(({ version }) => version >= OLDEST)
    .sort((a, b) => b.version - a.version);
  return servers[0]?.dir;
}

function majorVersion(postgres: string): number {
  const words = execFileSync(postgres, ['--version'], { encoding: 'utf8' });
  return Number(/\) (\d+)/.exec(words)?.[1] ?? 0);
}

/** Who runs the server: ourselves, or an ordinary user where we are root, whom PostgreSQL refuses. */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.',
  );
}

if (import.meta.main) {
  const dir = findPostgres();
  if (dir) console.log(dir);
  else process.exitCode = 1;
}
