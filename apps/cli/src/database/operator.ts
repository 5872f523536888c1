import { userInfo } from 'node:os';
import type { Actor } from '@warta/audit';

/** Who acts when a command writes to the database itself, for the audit log. */
export function operator(): Actor {
  return { name: `operator:${userName()}`, source: 'command line' };
}

/** In a container the user's number may have no name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
