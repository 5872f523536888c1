export { type AudienceRule, audienceRule, type Candidate, judge, ruleHash } from './audience-rule.ts';
export { AUDIENCES, type JudgedMission, judgeMissions } from './audiences.ts';
export { type BoardMark, findBoardMark } from './board-mark.ts';
export { correctHeadline } from './correct-headline.ts';
export { countLive, type LiveCount } from './count-live.ts';
export { type Deliveries, type DeliveryItem, findDeliveries, openNodeDeliveries } from './deliveries.ts';
export { findHeadline, type Headline, listHeadlines } from './find-headlines.ts';
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
export { type OverlayInput, overlayInput, setOverlay } from './overlays.ts';
export { findProofs, noteProofs, type Proof } from './proofs.ts';
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
