const DAY_MS = 24 * 60 * 60 * 1000;

/** A moment, and whether the clock on the wall never showed the time that was asked for. */
export interface Zoned {
  at: number;
  moved: boolean;
}

/**
 * The moment at which clocks in a zone show a local time (`2026-11-12T14:05`). Where clocks go forward over it, the
 * first moment after; where they show it twice, the earlier.
 */
export function momentOf(local: string, zone: string): Zoned | undefined {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return undefined;
  const before = offset(wall - DAY_MS, zone);
  const after = offset(wall + DAY_MS, zone);
  const shown = [wall - before, wall - after].filter((at) => at + offset(at, zone) === wall);
  if (shown.length > 0) return { at: Math.min(...shown), moved: false };
  return { at: change(wall - after, wall - before, zone), moved: true };
}

/** The moment between two others at which the offset of a zone changes. */
function change(from: number, to: number, zone: string): number {
  const after = offset(to, zone);
  let [low, high] = [from, to];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (middle === low) break;
    if (offset(middle, zone) === after) high = middle;
    else low = middle;
  }
  return high;
}

/** By how much clocks in a zone are ahead of UTC at a moment. */
function offset(at: number, zone: string): number {
  const parts = formatIn(zone).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(at / 1000) * 1000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric' },
    ...{ month: two, day: two, hour: two, minute: two, second: two },
  });
  formats.set(timeZone, format);
  return format;
}
