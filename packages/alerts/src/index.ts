export {
  ALERTS,
  type AlertContent,
  type AlertKind,
  type AlertNumber,
  type AlertText,
  CATEGORIES,
  CERTAINTIES,
  SEVERITIES,
  URGENCIES,
  type Weight,
  type WrittenText,
  wholeText,
} from './alert-content.ts';
export { type AlertDeliveries, type AlertDeliveryItem, findAlertDeliveries } from './alert-deliveries.ts';
export {
  type AlertInput,
  type Area,
  alertInput,
  areaInput,
  type CancellationInput,
  cancellationInput,
  type TemplateInput,
  templateInput,
} from './alert-input.ts';
export {
  type AlertExpectation,
  type AlertSighting,
  findUnseenAlerts,
  recordAlertSightings,
} from './alert-sightings.ts';
export { announceAlerts } from './announce-alerts.ts';
export { isForSite, judgeArea } from './area.ts';
export { type CapSender, capMessage } from './cap-message.ts';
export { approveTemplate, changeTemplate } from './change-template.ts';
export { changeAlert, discardDraft, draftAlert, draftCancellation } from './draft-alert.ts';
export { endDueAlert, warnOfDueAlert } from './due-alerts.ts';
export { ensureTemplates } from './ensure-templates.ts';
export {
  type Alert,
  type AlertVersion,
  findAlert,
  findAlertByNumber,
  findAlertVersions,
  listAlerts,
} from './find-alerts.ts';
export { findStandingAlerts, type StandingAlert } from './find-standing-alerts.ts';
export { type AlertTemplate, findTemplate, listTemplates } from './find-templates.ts';
export { type Foreseen, foreseeAlert } from './foresee-alert.ts';
export { findReleasedAlert, listOpenAlerts, type OpenAlert } from './open-alerts.ts';
export { confirmAlert, type Releaser, releaseAlert } from './release-alert.ts';
export { dropOldLinks, findReleaseLink, makeReleaseLink, type ReleaseLink } from './release-links.ts';
