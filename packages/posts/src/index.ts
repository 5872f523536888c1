export type { ReservedSlug } from './addresses.ts';
export { CATEGORIES, category, NETWORK_TAGS } from './categories.ts';
export type { CheckCode, Finding } from './checks/check-draft.ts';
export { checkText } from './checks/check-text.ts';
export {
  type Autosave,
  dropAutosave,
  findAutosave,
  findUnsaved,
  keepAutosave,
  tidyDrafts,
} from './drafts/autosave.ts';
export { copyTexts } from './drafts/copy-texts.ts';
export { DraftConflictError } from './drafts/draft-conflict-error.ts';
export { contentAt, contentOf, type DraftContent } from './drafts/draft-content.ts';
export { type DraftInput, draftInput, type SharedParts } from './drafts/draft-input.ts';
export {
  type Draft,
  type DraftOf,
  type DraftState,
  findDraft,
  findDrafts,
  isPostId,
} from './drafts/find-drafts.ts';
export { findRevision, listRevisions, type Revision, type RevisionLine } from './drafts/find-revisions.ts';
export { handInPost } from './drafts/hand-in-post.ts';
export {
  LIST_STATES,
  type ListState,
  listPosts,
  type PostLine,
  type PostQuery,
} from './drafts/list-posts.ts';
export { addNote, findNotes, type Note, settleNote } from './drafts/notes.ts';
export { findPreview, sharePreview } from './drafts/previews.ts';
export { type Publication, type Published, publishDraft } from './drafts/publish-draft.ts';
export { askForChanges, type DraftKey, mayApprove, submitForReview } from './drafts/review.ts';
export { type SavedDraft, saveDraft } from './drafts/save-draft.ts';
export { type TakenDrafts, takeDrafts } from './drafts/take-drafts.ts';
export { binPost, unbinPost, withdrawPost } from './drafts/withdraw-post.ts';
export { withdrawalInput } from './drafts/withdrawal-input.ts';
export { findMediaOwners, type MediaOwnerPost } from './find-media-owners.ts';
export { findPost, type Post } from './find-posts.ts';
export { findTampered, type Tampered } from './find-tampered.ts';
export { handOverPosts } from './hand-over.ts';
export { countHeld, holdPosts, liftHold } from './hold-posts.ts';
export { isMediaPublic } from './is-media-public.ts';
export { type DetailsOf, POST_KINDS, parseDetails, readDetails } from './kinds/details.ts';
export { picturesIn, refuseOthersPictures } from './kinds/pictures.ts';
export { readVideoLink, type VideoLink } from './kinds/video-link.ts';
export { noteMediaUse } from './note-media-use.ts';
export {
  declineOffer,
  findOffer,
  listOffers,
  type Offer,
  type OfferLine,
  offerPost,
  takeOffer,
  takeOfferBack,
} from './offers.ts';
export { type PostInput, postInput } from './post-input.ts';
export { insertPost, type NewPost, type PublishedPost, publishPost } from './publish-post.ts';
export { releaseDuePosts } from './release-due.ts';
export { type NearPost, remindOfNear } from './remind-of-near.ts';
export {
  forgetLater,
  type RevisionNumbers,
  saveRevisions,
  settleLater,
  standLater,
  standNow,
} from './save-texts.ts';
export { detailWords } from './search/detail-words.ts';
export { learnWords } from './search/learn-words.ts';
export { mendWords } from './search/mend-words.ts';
export { indexMissing, noteSearch } from './search/note-search.ts';
export { searchPartColumns, searchParts, searchVector } from './search/search-vector.ts';
export { plainText } from './search/searchable.ts';
export { SEARCH_CONFIGS } from './search/text-search-config.ts';
export { markAnnounced, setPostState, sortPost } from './set-post-state.ts';
export { type ShareChannel, shareTexts } from './share-texts.ts';
export {
  moment,
  type PreparedText,
  prepareText,
  prepareTextFor,
  renderFor,
  type TextInput,
  textInput,
} from './text-input.ts';
