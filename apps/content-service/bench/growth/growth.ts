import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resultsFile, writeReport } from '../report.ts';
import { growthChart } from './chart.ts';
import { measureGrowth } from './measure.ts';
import { type GrowthRow, type Size, withRow } from './row.ts';

const NAME = 'growth';
const CHART = join(import.meta.dirname, '../../../../docs/images/growth.svg');
const FIGURES = ['startedMb', 'warmMb', 'startMs', 'missMs', 'missCpuMs', 'provenMs', 'searchP95Ms'];

/** Measures networks of these sizes one after the other, keeps each beside what was measured before, and draws all. */
export async function benchGrowth(sizes: readonly Size[]): Promise<void> {
  let rows = await earlier();
  for (const size of sizes) {
    const row = await measureGrowth(size);
    rows = withRow(rows, row);
    writeReport(NAME, rows); // a later size may be too much for the machine
  }
  console.table(rows, ['database', 'sites', 'posts', ...FIGURES]);
  await writeFile(CHART, await growthChart(rows));
  console.log(`drawn as ${CHART}`);
}

async function earlier(): Promise<GrowthRow[]> {
  const text = await readFile(resultsFile(NAME), 'utf8').catch(() => '{"rows":[]}');
  return (JSON.parse(text) as { rows: GrowthRow[] }).rows;
}
