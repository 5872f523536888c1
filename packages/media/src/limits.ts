/** What is taken, so that it can be said before anything is sent. */
export const MEDIA_LIMITS = {
  pictureBytes: 40_000_000,
  pixels: 60_000_000,
  smallestWidth: 100,
  /** How many times its width a picture may be high. */
  tallest: 8,
  documentBytes: 20_000_000,
  /** For `accept`. Naming no HEIC makes an iPhone hand over JPEG. */
  pictureTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif'],
  documentTypes: ['application/pdf'],
} as const;
