export { announceChange } from './announce-change.ts';
export {
  beginPurging,
  claimPurge,
  endPurging,
  failPurge,
  findPurgeState,
  isCacheTold,
  type PurgeState,
  releasePurge,
  settlePurge,
} from './cache-purge.ts';
export { type ChangeListener, listenForChanges } from './change-listener.ts';
export { beginReading, takeChanges } from './change-reader.ts';
export { currentGeneration, findChanges, findChangesBetween, pruneChanges } from './find-changes.ts';
export { beat, dropSilentNodes, joinNodes, leaveNodes, leaveOthers, noteHeard } from './nodes.ts';
export { type Change, EVERYTHING, type Kept, PageStore, type Reading } from './page-store.ts';
export { whatToHear } from './what-to-hear.ts';
