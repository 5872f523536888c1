import { momentAt } from '@warta/languages';
import type { HeadlinePlan } from '@warta/sync';
import type { NamedMission } from './reach.ts';

/** When a headline is there for the first and for the last mission that it reaches. */
export interface SendingTimes {
  kind: 'now' | 'at' | 'wave';
  first: { at: Date; mission: NamedMission } | undefined;
  last: { at: Date; mission: NamedMission } | undefined;
}

/**
 * When a plan has its headline appear. At one moment for all, the first mission is the one whose clock shows the
 * earliest hour then; by each one's own clock, the one where that hour comes first.
 */
export function timesOf(plan: HeadlinePlan, reached: readonly NamedMission[]): SendingTimes {
  const { waveAt, publishAt } = plan;
  if (typeof waveAt === 'string') {
    const moments = reached.flatMap((mission) => {
      const at = momentAt(waveAt, mission.timezone);
      return at ? [{ at, mission }] : [];
    });
    const sorted = moments.sort((a, b) => a.at.getTime() - b.at.getTime());
    return { kind: 'wave', first: sorted[0], last: sorted.at(-1) };
  }
  const at = new Date(typeof publishAt === 'string' ? publishAt : Number.NaN);
  if (Number.isNaN(at.getTime())) return { kind: 'now', first: undefined, last: undefined };
  const sorted = reached.toSorted((a, b) => offsetOf(a, at) - offsetOf(b, at));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return { kind: 'at', first: first && { at, mission: first }, last: last && { at, mission: last } };
}

/** How far a mission's clock is ahead of UTC at a moment, in milliseconds. */
function offsetOf({ timezone }: NamedMission, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
