import type { Membership } from './policy.ts';

/** The site to whose log a change of rights belongs: the one on which something was given or taken. */
export function siteOfChange(before: readonly Membership[], after: readonly Membership[]): { site?: string } {
  const changed = [...without(before, after), ...without(after, before)].map(({ site }) => site);
  const [site] = changed;
  return site && changed.every((each) => each === site) ? { site } : {};
}

const without = (some: readonly Membership[], others: readonly Membership[]) =>
  some.filter((one) => !others.some((other) => other.role === one.role && other.site === one.site));
