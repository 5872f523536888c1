/** What a route can ask for that concerns the whole network. */
const NETWORK_PERMISSIONS = [
  'own:manage',
  'sites:write',
  'headlines:write',
  'audiences:preview',
  'deliveries:read',
  'alerts:read',
  'alerts:write',
  'alerts:release',
  'people:manage',
  'audit:read',
  'tokens:manage',
  'metrics:read',
] as const;

/** What a route can ask for on one site, which its address then names. */
const SITE_PERMISSIONS = [
  'posts:read',
  'posts:write',
  'posts:publish',
  'posts:override',
  'media:write',
  'overlays:write',
  'overlays:hide',
  'alerts:draft',
  'alerts:second',
  'contacts:write',
  'settings:write',
  'members:manage',
  'site-audit:read',
] as const;

export const PERMISSIONS = [...NETWORK_PERMISSIONS, ...SITE_PERMISSIONS] as const;
export type Permission = (typeof PERMISSIONS)[number];
type SitePermission = (typeof SITE_PERMISSIONS)[number];

/** Roles on one site or several, as the ministry names them. */
export const SITE_ROLES = ['contributor', 'content-editor', 'head-of-site', 'technical-officer'] as const;
/** Roles for the whole network. */
export const NETWORK_ROLES = ['pr-desk', 'operator', 'auditor'] as const;
export const ROLES = [...SITE_ROLES, ...NETWORK_ROLES] as const;
export type SiteRole = (typeof SITE_ROLES)[number];
export type NetworkRole = (typeof NETWORK_ROLES)[number];
export type Role = (typeof ROLES)[number];

interface Grant {
  network: readonly Permission[];
  /** On the sites of the membership; for a role of the network, on every site. */
  sites: readonly SitePermission[];
  /** On the ministry's own site besides. */
  ministry?: readonly SitePermission[];
}

const WRITES = ['posts:read', 'posts:write', 'media:write'] as const;
const ALERTS = ['alerts:read', 'alerts:write', 'alerts:release'] as const;
const EDITS = [...WRITES, 'posts:publish', 'overlays:write', 'contacts:write'] as const;

const GRANTS: Record<Role, Grant> = {
  contributor: { network: ['own:manage'], sites: WRITES },
  'content-editor': { network: ['own:manage'], sites: EDITS },
  'head-of-site': { network: ['own:manage'], sites: SITE_PERMISSIONS },
  'technical-officer': {
    network: ['own:manage'],
    sites: ['posts:read', 'media:write', 'contacts:write', 'settings:write', 'site-audit:read'],
  },
  'pr-desk': {
    network: ['own:manage', 'headlines:write', 'audiences:preview', 'deliveries:read', ...ALERTS],
    sites: ['posts:read'],
    ministry: EDITS,
  },
  operator: { network: NETWORK_PERMISSIONS, sites: SITE_PERMISSIONS },
  auditor: {
    network: [
      'own:manage',
      'audiences:preview',
      'deliveries:read',
      'alerts:read',
      'audit:read',
      'metrics:read',
    ],
    sites: ['posts:read', 'site-audit:read'],
  },
};

export interface Membership {
  role: Role;
  /** The site's id; null for a role of the whole network. */
  site: string | null;
}

/** Who asks: a person or a token with what they were given. */
export interface Holder {
  memberships: readonly Membership[];
  /** What a token was narrowed to; null for everything its memberships allow. */
  scopes?: readonly string[] | null;
}

/** The site that is asked about. */
export interface PolicySite {
  id: string;
  kind: string;
}

/** Whether the permission is one for a site, so that a route asking for it must name the site. */
export function isSitePermission(permission: Permission): permission is SitePermission {
  return (SITE_PERMISSIONS as readonly string[]).includes(permission);
}

/** Whether somebody may do something, on a site where it concerns one. Anything not granted is denied. */
export function may(holder: Holder, permission: Permission, site?: PolicySite): boolean {
  if (holder.scopes && !holder.scopes.includes(permission)) return false;
  return holder.memberships.some((membership) => grants(membership, permission, site));
}

function grants({ role, site: own }: Membership, permission: Permission, site?: PolicySite): boolean {
  const grant = GRANTS[role];
  if (!isSitePermission(permission)) return grant.network.includes(permission);
  if (!site) return false;
  const everywhere = (NETWORK_ROLES as readonly string[]).includes(role);
  const here = everywhere ? own === null : own === site.id;
  if (!here) return false;
  return grant.sites.includes(permission) || (site.kind === 'ministry' && isIn(grant.ministry, permission));
}

const isIn = (list: readonly string[] | undefined, item: string) => list?.includes(item) ?? false;

/** Roles that cannot go a day without a second factor. */
const FACTOR_AT_ONCE: readonly Role[] = ['head-of-site', 'pr-desk', 'operator'];

/** Whether a person with these memberships must have a second factor before doing anything else. */
export function needsFactorAtOnce(memberships: readonly Membership[]): boolean {
  return memberships.some(({ role }) => FACTOR_AT_ONCE.includes(role));
}
