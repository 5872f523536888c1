export { CATEGORIES, category, NETWORK_TAGS } from './categories.ts';
export { findPost, type Post } from './find-posts.ts';
export { handOverPosts } from './hand-over.ts';
export { isMediaPublic } from './is-media-public.ts';
export { type DetailsOf, POST_KINDS, parseDetails, readDetails } from './kinds/details.ts';
export { picturesIn, refuseOthersPictures } from './kinds/pictures.ts';
export { readVideoLink, type VideoLink } from './kinds/video-link.ts';
export { noteMediaUse } from './note-media-use.ts';
export { type PostInput, postInput } from './post-input.ts';
export { insertPost, type NewPost, type PublishedPost, publishPost } from './publish-post.ts';
export { releaseDuePosts } from './release-due.ts';
export {
  forgetLater,
  type RevisionNumbers,
  saveRevisions,
  settleLater,
  standLater,
  standNow,
} from './save-texts.ts';
export { markAnnounced, setPostState, sortPost } from './set-post-state.ts';
export {
  moment,
  type PreparedText,
  prepareText,
  prepareTextFor,
  type TextInput,
  textInput,
} from './text-input.ts';
