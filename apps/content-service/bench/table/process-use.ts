import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Linux counts in hundredths of a second, whatever its own clock does. */
const MS_A_TICK = 10;
/** What a process without work takes of a processor in a second, and a little more. */
const IDLE_MS = 50;

/** Milliseconds of a processor that a process took so far, for itself and in the system. Linux alone says so. */
export function cpuMsOf(pid: number): number {
  return cpuMsIn(readFileSync(`/proc/${pid}/stat`, 'utf8'));
}

/** The same of a line of /proc; the name in it may hold spaces and brackets. */
export function cpuMsIn(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * MS_A_TICK;
}

/** Waits until a process has next to nothing to do any more, for so many seconds at most. */
export async function settled(pid: number, mostSeconds: number): Promise<void> {
  for (let second = 0; second < mostSeconds; second += 1) {
    const before = cpuMsOf(pid);
    await sleep(1000);
    if (cpuMsOf(pid) - before <= IDLE_MS) return;
  }
}

/** Megabytes that a process holds in memory, as Linux says; other systems keep no such file. */
export function residentMbOf(pid: number): number {
  const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kB) / 1000);
}
