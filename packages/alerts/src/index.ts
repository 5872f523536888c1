export {
  ALERTS,
  type AlertContent,
  type AlertKind,
  type AlertNumber,
  type AlertText,
  type Area,
  type Weight,
} from './alert-content.ts';
export { findStandingAlerts, type StandingAlert } from './find-standing-alerts.ts';
