/** Everything a route can ask for. A route that asks for nothing does not start. */
export const PERMISSIONS = [
  'sites:write',
  'posts:write',
  'headlines:write',
  'audiences:preview',
  'deliveries:read',
  'tokens:manage',
  'metrics:read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Roles a token can have, as the ministry names them. */
export const ROLES = ['operator', 'pr-desk', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

const GRANTS: Record<Role, readonly Permission[]> = {
  operator: PERMISSIONS,
  'pr-desk': ['posts:write', 'headlines:write', 'audiences:preview', 'deliveries:read'],
  auditor: ['audiences:preview', 'deliveries:read', 'metrics:read'],
};

/** Whether a role may do something. Anything not granted is denied. */
export function may(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
