export {
  CONTACT_KINDS,
  type Contact,
  type ContactLists,
  contactInput,
  contactLists,
  contactsInput,
  PURPOSES,
} from './contact-input.ts';
export { contactLink, contactText } from './contact-link.ts';
export { ContactListError, type WrongValue } from './contact-list-error.ts';
export {
  type EmergencyContact,
  emergencyContact,
  emergencyContacts,
  emergencyOf,
  findContacts,
  listContacts,
  type SiteContacts,
} from './find-contacts.ts';
export { findLacks, LACKS, type Lack, type LackCode } from './find-lacks.ts';
export { findReach, type Reach, type Reachable } from './find-reach.ts';
export { findServices } from './find-services.ts';
export { findSite, findSites, findSitesById, listLocales, listSites, type SiteName } from './find-sites.ts';
export {
  type Group,
  type GroupInput,
  groupInput,
  groupKey,
  listGroups,
  removeGroup,
  saveGroup,
} from './groups.ts';
export { type Holiday, holidaysInput } from './holidays.ts';
export { DAYS, type Day, type Hours, type Period } from './hours.ts';
export {
  isMission,
  MISSION_KINDS,
  type MissionKind,
  PRACTICE,
  PRACTICE_SLUG,
  REGIONS,
  type Region,
} from './kinds.ts';
export { type EmergencySite, listEmergencySites } from './list-emergency-sites.ts';
export { CONTACTS, type HelpSite, listHelp } from './list-help.ts';
export type { MenuLink } from './menu.ts';
export { missionSite } from './mission-site.ts';
export { type Office, officeHoursAfter } from './office-hours.ts';
export { type Calendar, isOpenAt, nextChange } from './opening-times.ts';
export { formatPhone, isForFiction } from './phone-number.ts';
export { type ListedContacts, readContacts } from './read-contacts.ts';
export { type Mission, readMissions } from './read-missions.ts';
export { findHiddenSites, type ReservedSite } from './reserved-sites.ts';
export { saveContacts } from './save-contacts.ts';
export { saveHolidays } from './save-holidays.ts';
export { saveServices } from './save-services.ts';
export { createSite, type UpdateOptions, updateSite } from './save-site.ts';
export { SERVICE_KINDS, type Service, type ServiceKind, serviceInput, servicesInput } from './services.ts';
export {
  bestWords,
  inLanguage,
  MINISTRY,
  MINISTRY_SLUG,
  type Site,
  type SiteStatus,
  STATUSES,
  siteName,
} from './site.ts';
export {
  type SiteChange,
  type SiteInput,
  type SiteSettings,
  siteChange,
  siteInput,
  siteSettings,
} from './site-input.ts';
export type { SiteLook, ValidateLook } from './site-look.ts';
export { SOCIAL_NAMES, SOCIAL_PLATFORMS, type SocialAccount } from './social-accounts.ts';
export { timesOn, weekOf } from './week.ts';
