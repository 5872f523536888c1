import { cpus, loadavg } from 'node:os';

/** Machine, Node, and what else the machine was doing in the last minute. */
export function machine(): string {
  const model = cpus()[0]?.model.trim();
  return `${cpus().length} × ${model}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)}`;
}

/** Whether more than half of it was at work in the last minute. */
export const isBusy = () => (loadavg()[0] ?? 0) > cpus().length / 2;
