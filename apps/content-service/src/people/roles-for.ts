import { NETWORK_ROLES, type Role, SITE_ROLES } from '@warta/accounts';
import type { Site } from '@warta/sites';

/** The roles that can be given: on a site, or for the whole network. */
export const rolesFor = (site: Site | null): readonly Role[] => (site ? SITE_ROLES : NETWORK_ROLES);
