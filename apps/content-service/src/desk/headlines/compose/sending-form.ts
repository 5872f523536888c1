import { clockAt, momentAt } from '@warta/languages';
import { type HeadlinePlan, resendingInput } from '@warta/sync';
import { JAKARTA } from '../../../jakarta.ts';
import { checked } from '../../frame/checked.ts';
import type { Sent } from '../../frame/forms.ts';

/** What is decided on this page of a plan; the rest of it stays as it is. */
const decided = resendingInput.omit({ audience: true, note: true });

const FIELDS: Record<string, string> = {
  pinnedUntil: 'pinned',
  publishAt: 'at',
  waveAt: 'wave',
  standsUntil: 'until',
  acknowledgeWithin: 'within',
};

/** What the form shows of a plan; moments are on Jakarta's clock. */
export function sendingFields(plan: HeadlinePlan): Sent {
  const clock = (value: unknown) => {
    const at = new Date(text(value));
    return Number.isNaN(at.getTime()) ? text(value) : clockAt(at, JAKARTA);
  };
  return {
    obligation: text(plan.obligation) || 'recommended',
    when: plan.waveAt ? 'wave' : plan.publishAt ? 'at' : 'now',
    at: clock(plan.publishAt),
    wave: text(plan.waveAt),
    pinned: clock(plan.pinnedUntil),
    until: clock(plan.standsUntil),
    within: plan.acknowledgeWithin === undefined ? '' : String(plan.acknowledgeWithin),
    internalNote: text(plan.internalNote),
    credit: text(plan.credit),
  };
}

/**
 * The plan with what the form decides.
 * @throws {DomainError} `invalid`, naming the form's fields
 */
export function planWith(plan: HeadlinePlan, sent: Sent): HeadlinePlan {
  const given = partOf(sent);
  checked(decided, given, ([name = '']) => FIELDS[String(name)] ?? String(name));
  const kept = Object.entries(plan).filter(([name]) => !(name in decided.shape));
  return { ...Object.fromEntries(kept), ...given };
}

/** What cannot be read as a moment goes on as it was typed, to be refused with the other fields. */
function partOf(sent: Sent): HeadlinePlan {
  const one = (name: string) => [sent[name] ?? ''].flat()[0]?.trim() ?? '';
  const moment = (name: string) => momentAt(one(name), JAKARTA)?.toISOString() ?? one(name);
  const when = one('when');
  const within = one('within');
  const part = {
    obligation: one('obligation'),
    pinnedUntil: moment('pinned'),
    publishAt: when === 'at' ? moment('at') || '?' : '',
    waveAt: when === 'wave' ? one('wave') || '?' : '',
    standsUntil: moment('until'),
    acknowledgeWithin: within && (/^\d{1,4}$/.test(within) ? Number(within) : within),
    internalNote: one('internalNote').replaceAll('\r\n', '\n'),
    credit: one('credit'),
  };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== ''));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
