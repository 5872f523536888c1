import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Row = Record<string, string | number>;

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** The value that this share of the values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints the rows as a table and writes them as JSON beside earlier runs. */
export function report(name: string, rows: readonly Row[]): void {
  console.table(rows);
  writeReport(name, rows);
}

/** Writes rows as JSON beside earlier runs. */
export function writeReport(name: string, rows: readonly object[]): void {
  const file = resultsFile(name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), node: process.version, rows }, null, 2)}\n`,
  );
  console.log(`written to ${file}`);
}

/** Where what was measured under a name is kept. */
export function resultsFile(name: string): string {
  return join(import.meta.dirname, 'results', `${name}.json`);
}
