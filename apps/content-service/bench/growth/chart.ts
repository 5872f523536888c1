import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { GrowthRow } from './row.ts';

const MEASURES: Partial<Record<keyof GrowthRow, string>> = {
  warmMb: 'Memory of the service, warm (MB)',
  startMs: 'Start to first answer (ms)',
  provenMs: 'Push, proven everywhere (ms)',
  missMs: 'Uncached home (ms)',
  missCpuMs: 'Uncached home (ms of CPU)',
  searchP95Ms: 'Search, p95 (ms)',
};
const COLUMNS = 3;

/** A drawing of how each figure grows with the number of missions, as an SVG that needs nothing else. */
export async function growthChart(rows: readonly GrowthRow[]): Promise<string> {
  const view = new View(parse(compile(chartOf(rows)).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}

function chartOf(rows: readonly GrowthRow[]): TopLevelSpec {
  const values = rows.map((row) => ({
    ...row,
    series: `${row.posts} posts each, ${row.database === 'postgres' ? 'PostgreSQL' : 'embedded'}`,
  }));
  return {
    data: { values },
    background: 'white',
    padding: 16,
    columns: COLUMNS,
    concat: Object.entries(MEASURES).map(([field, title]) => ({
      title,
      width: 220,
      height: 150,
      mark: { type: 'line', point: { size: 50 } },
      encoding: {
        x: {
          field: 'sites',
          type: 'quantitative',
          scale: { type: 'log' },
          axis: { title: 'missions', values: [...new Set(rows.map(({ sites }) => sites))], format: ',' },
        },
        y: { field, type: 'quantitative', scale: { zero: true }, axis: { title: null, tickCount: 5 } },
        color: { field: 'series', type: 'nominal', title: null },
        shape: { field: 'series', type: 'nominal', title: null },
        strokeDash: { field: 'series', type: 'nominal', title: null },
      },
    })),
    config: {
      font: 'system-ui, sans-serif',
      title: { fontSize: 12, anchor: 'start' },
      legend: { orient: 'bottom', labelFontSize: 12, labelLimit: 300, columns: COLUMNS },
    },
  } as TopLevelSpec;
}
