export { type EncodedPicture, type EncodeOptions, encodePicture, type Rendition } from './encode-picture.ts';
export { MediaError, type MediaRefusal } from './media-error.ts';
export { type PictureRow, type PictureSources, pictureSources } from './picture-sources.ts';
export { renditionPath } from './rendition-path.ts';
export { type NewPicture, type StoredPicture, storePicture } from './store-picture.ts';
