import { type AudienceRule, audienceRule } from '@warta/sync';
import type { Sent } from '../../frame/forms.ts';

const LISTS = ['regions', 'kinds', 'countries', 'locales', 'groups', 'sites', 'except'] as const;
export type PickList = (typeof LISTS)[number];

/** Whom somebody has picked so far; a rule once it names somebody. */
export type Picks = { all: boolean } & Record<PickList, string[]>;

/** The picks of a rule that was kept, whatever became of it. */
export function picksOf(rule: unknown): Picks {
  const given = (typeof rule === 'object' && rule !== null ? rule : {}) as Record<string, unknown>;
  const listed = LISTS.map((name) => [name, strings(given[name])] as const);
  return { all: given.all === true, ...(Object.fromEntries(listed) as Record<PickList, string[]>) };
}

/** The picks of a form; a preset stands in the place of what was picked. */
export function picksIn(sent: Sent): Picks {
  const preset = presetIn(sent);
  if (preset) return picksOf(preset);
  return picksOf({ ...sent, all: sent.to === 'all' });
}

/** The rule of these picks, which may name nobody: `all` leaves aside what else was ticked. */
export function ruleOf({ all, except, ...lists }: Picks): Record<string, unknown> {
  const picked = Object.entries({ ...(all ? {} : lists), except }).filter(([, list]) => list.length > 0);
  return { ...(all && { all: true }), ...Object.fromEntries(picked) };
}

function presetIn({ preset }: Sent): AudienceRule | undefined {
  if (typeof preset !== 'string') return undefined;
  try {
    return audienceRule.safeParse(JSON.parse(preset)).data;
  } catch {
    return undefined;
  }
}

const strings = (value: unknown) => [
  ...new Set([value ?? []].flat().filter((each): each is string => typeof each === 'string' && each !== '')),
];
