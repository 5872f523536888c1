export {
  type AudienceRule,
  audienceRule,
  type Candidate,
  judge,
  ruleHash,
  writesIn,
} from './audience-rule.ts';
export { AUDIENCES, ensureAudience, type JudgedMission, judgeMissions } from './audiences.ts';
export { type BoardMark, findBoardMark } from './board-mark.ts';
export { findOrigin } from './change-headline.ts';
export { correctFromDrafts, correctHeadline } from './correct-headline.ts';
export { countLive, type LiveCount } from './count-live.ts';
export { type Deliveries, type DeliveryItem, findDeliveries, openNodeDeliveries } from './deliveries.ts';
export { findHeadline, type Headline, listHeadlines } from './find-headlines.ts';
export { findVersionTexts, type VersionText } from './find-version-texts.ts';
export { changeGroup, dropGroup } from './groups.ts';
export {
  type CorrectionInput,
  correctionInput,
  type HeadlineInput,
  headlineInput,
  OBLIGATIONS,
  type Obligation,
  type RecallInput,
  type ResendingInput,
  recallInput,
  resendingInput,
  type SendingInput,
  sendingInput,
} from './headline-input.ts';
export {
  beginFromOffer,
  beginHeadline,
  findPlan,
  type HeadlinePlan,
  headlinePlan,
  type SavedPlan,
  savePlan,
} from './headline-plans.ts';
export { headlineNumber, headlineSlug } from './headline-slug.ts';
export { type HeadlineDraft, listHeadlineDrafts } from './list-headline-drafts.ts';
export { changeSite, openSite } from './network.ts';
export { confirmOverlay } from './overlays/confirm-overlay.ts';
export {
  findMissionHeadline,
  listMissionHeadlines,
  MISSION_LISTS,
  type MissionHeadline,
} from './overlays/mission-headlines.ts';
export { besideWords, indexMissingOverlays } from './overlays/note-search.ts';
export { isOutdated, outdatedSince } from './overlays/outdated.ts';
export { findOverlay, type Overlay, type OverlayContent } from './overlays/overlay.ts';
export { type OverlayInput, overlayInput, overlayText } from './overlays/overlay-input.ts';
export { listOverlayVersions, type OverlayVersion } from './overlays/overlay-versions.ts';
export { prepareOverlay } from './overlays/prepare-overlay.ts';
export { liftOwnPins } from './overlays/rest-own-pins.ts';
export { type SavedOverlay, saveOverlay } from './overlays/save-overlay.ts';
export { findTranslationSeals } from './overlays/translation-seals.ts';
export { findProofs, noteProofs, type Proof } from './proofs.ts';
export { publishHeadline, type SaveContext, type SavedHeadline, sendHeadline } from './publish-headline.ts';
export { recallHeadline } from './recall-headline.ts';
export { acknowledgeHeadline, findReceptions, noteSeen, type Reception } from './receptions.ts';
export type { Drift, DriftKind } from './reconcile/drift.ts';
export { findDrift } from './reconcile/find-drift.ts';
export { repairDrift } from './reconcile/repair-drift.ts';
export { findReconciliations, noteReconciliation, type Reconciliation } from './reconcile/runs.ts';
export { countHeadlines, findStandingViews, type Slice } from './reconcile/standing-views.ts';
export { releaseDueHeadline, releaseDueWave } from './release-due.ts';
export { type OpenAcknowledgment, remindOfAcknowledgments } from './remind-of-acknowledgments.ts';
export { findPinned, findRestingPins, liftPins, type PinnedHeadline, restPins } from './rest-pins.ts';
export { restoreHeadline } from './restore-headline.ts';
export {
  type Expectation,
  type ExpectedText,
  findExpectedTexts,
  findUnseen,
  recordSightings,
  type Sighting,
} from './sightings.ts';
