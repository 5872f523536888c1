import { resolve } from 'node:path';

/** A file as the operator named it: from where they stood, since npm runs scripts in the project's folder. */
export function fileAt(path: string, env: NodeJS.ProcessEnv = process.env): string {
  const standing = env.npm_lifecycle_event === 'warta' ? env.INIT_CWD : undefined;
  return resolve(standing ?? '.', path);
}
