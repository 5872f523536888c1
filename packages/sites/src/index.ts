export { findSite, findSites, findSitesById, listSites, type SiteName } from './find-sites.ts';
export { MISSION_KINDS, type MissionKind, REGIONS, type Region } from './kinds.ts';
export { missionSite } from './mission-site.ts';
export { type Mission, readMissions } from './read-missions.ts';
export { createSite, updateSite } from './save-site.ts';
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
export { type SiteChange, type SiteInput, siteChange, siteInput } from './site-input.ts';
