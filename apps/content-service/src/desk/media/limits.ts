import { MEDIA_LIMITS } from '@warta/media';

const MB = 1_000_000;

/** For `accept`: only what is taken, so that an iPhone hands over JPEG and not HEIC. */
export const ACCEPTED = [...MEDIA_LIMITS.pictureTypes, ...MEDIA_LIMITS.documentTypes].join(',');

/** The limits as they are said before anything is sent. */
export const LIMITS = {
  bytes: MEDIA_LIMITS.pictureBytes,
  picture: MEDIA_LIMITS.pictureBytes / MB,
  document: MEDIA_LIMITS.documentBytes / MB,
  megapixels: MEDIA_LIMITS.pixels / MB,
  width: MEDIA_LIMITS.smallestWidth,
};
