import { spawn } from 'node:child_process';
import { startPostgres } from './postgres-server.ts';

/**
 * Runs a command with a throw-away PostgreSQL server at TEST_DATABASE_URL:
 * `node tools/postgres-run.ts -- node tools/run-tests.ts`. Ends as the command ends; the server ends with it.
 */
const [command, ...args] = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
if (command === undefined) {
  console.error('Usage: node tools/postgres-run.ts -- <command…>');
  process.exit(2);
}
const server = await startPostgres().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: server.url },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => {
  child.on('error', (error) => {
    console.error(error.message);
    resolve(127);
  });
  child.on('exit', (exit) => resolve(exit ?? 1));
});
await server.stop();
process.exitCode = code;
