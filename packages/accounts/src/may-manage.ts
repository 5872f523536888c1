import { type Holder, type Membership, may } from './policy.ts';

/**
 * Whether somebody may change an account, make links for it or close it. A head of site has power over an account
 * only where all that it may do lies in the head's own sites: a link for a lost password would otherwise open
 * doors that the head does not have.
 */
export function mayManage(holder: Holder, memberships: readonly Membership[]): boolean {
  if (may(holder, 'people:manage')) return true;
  return memberships.every(
    ({ site }) => site !== null && may(holder, 'members:manage', { id: site, kind: '' }),
  );
}
