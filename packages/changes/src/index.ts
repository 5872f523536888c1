export { announceChange } from './announce-change.ts';
export { type ChangeListener, listenForChanges } from './change-listener.ts';
export { beginReading, takeChanges } from './change-reader.ts';
export { currentGeneration, findChanges, pruneChanges } from './find-changes.ts';
export { beat, dropSilentNodes, joinNodes, leaveNodes, leaveOthers } from './nodes.ts';
export { type Change, EVERYTHING, type Kept, PageStore, type Reading } from './page-store.ts';
export { whatToHear } from './what-to-hear.ts';
