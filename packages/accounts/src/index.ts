export { dropFactorByLink, setPasswordByLink } from './accept.ts';
export {
  changePassword,
  disablePerson,
  enablePerson,
  setMemberships,
  setProfile,
} from './change-person.ts';
export { findPerson, findPersonByEmail, listPeople, type Person } from './find-people.ts';
export { type Invitation, invitePerson } from './invite-person.ts';
export { mayManage } from './may-manage.ts';
export { findLink, type LinkPurpose, makeLink, type OneTimeLink } from './one-time-links.ts';
export { type PersonInput, personInput } from './person-input.ts';
export {
  type Holder,
  isSitePermission,
  type Membership,
  may,
  NETWORK_ROLES,
  type NetworkRole,
  needsFactorAtOnce,
  PERMISSIONS,
  type Permission,
  type PolicySite,
  ROLES,
  type Role,
  SITE_ROLES,
  type SiteRole,
} from './policy.ts';
export {
  beginFactor,
  confirmFactor,
  countBackupCodes,
  isRightKey,
  renewBackupCodes,
} from './second-factor.ts';
export { SecretBox } from './secret-box.ts';
export {
  endSessions,
  findSession,
  listSessions,
  type Session,
  type SessionLine,
  startSession,
  tidyAccounts,
  touchSession,
} from './sessions.ts';
export { type Credentials, type SignedIn, showFactor, signIn } from './sign-in.ts';
export { SignInLimits } from './sign-in-limits.ts';
export {
  createToken,
  findToken,
  type LiveToken,
  listTokens,
  revokeToken,
  type Token,
  type TokenInput,
} from './tokens.ts';
