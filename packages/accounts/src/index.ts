export { may, PERMISSIONS, type Permission, ROLES, type Role } from './policy.ts';
export { createToken, findToken, listTokens, revokeToken, type Token } from './tokens.ts';
