import Table from 'cli-table3';

const none = '';
/** No frame, so that lines can be cut and counted by other programs. */
const UNFRAMED = {
  top: none,
  'top-mid': none,
  'top-left': none,
  'top-right': none,
  bottom: none,
  'bottom-mid': none,
  'bottom-left': none,
  'bottom-right': none,
  left: none,
  'left-mid': none,
  mid: none,
  'mid-mid': none,
  right: none,
  'right-mid': none,
  middle: '  ',
};

/** Rows under a head, in columns as wide as they need to be. */
export function tableOf(head: string[], rows: (string | number | null)[][]): string {
  const table = new Table({
    head,
    chars: UNFRAMED,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => row.map((cell) => String(cell ?? '–'))));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
