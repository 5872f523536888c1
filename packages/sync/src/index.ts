export { type AudienceRule, audienceRule, type Candidate, judge, ruleHash } from './audience-rule.ts';
export { AUDIENCES, type JudgedMission, judgeMissions } from './audiences.ts';
export { correctHeadline } from './correct-headline.ts';
export { type Deliveries, type DeliveryItem, findDeliveries, openNodeDeliveries } from './deliveries.ts';
export { findHeadline, type Headline, listHeadlines } from './find-headlines.ts';
export { findVersionTexts, type VersionText } from './find-version-texts.ts';
export {
  type CorrectionInput,
  correctionInput,
  type HeadlineInput,
  headlineInput,
  OBLIGATIONS,
  type Obligation,
  type RecallInput,
  recallInput,
} from './headline-input.ts';
export { headlineNumber, headlineSlug } from './headline-slug.ts';
export { changeSite, openSite } from './network.ts';
export { confirmOverlay } from './overlays/confirm-overlay.ts';
export {
  findMissionHeadline,
  listMissionHeadlines,
  MISSION_LISTS,
  type MissionHeadline,
} from './overlays/mission-headlines.ts';
export { isOutdated } from './overlays/outdated.ts';
export { findOverlay, type Overlay, type OverlayContent } from './overlays/overlay.ts';
export { type OverlayInput, overlayInput, overlayText } from './overlays/overlay-input.ts';
export { listOverlayVersions, type OverlayVersion } from './overlays/overlay-versions.ts';
export { type SavedOverlay, saveOverlay } from './overlays/save-overlay.ts';
export { findTranslationSeals } from './overlays/translation-seals.ts';
export { publishHeadline, type SaveContext, type SavedHeadline } from './publish-headline.ts';
export { recallHeadline } from './recall-headline.ts';
export { releaseDueHeadline } from './release-due.ts';
export {
  type Expectation,
  type ExpectedText,
  findExpectedTexts,
  findUnseen,
  recordSightings,
  type Sighting,
} from './sightings.ts';
