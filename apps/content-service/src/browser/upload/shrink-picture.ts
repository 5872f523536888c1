const LONGEST_SIDE = 4000;
const QUALITY = 0.9;
/** What can be drawn anew without losing anything: pictures that may move are left as they are. */
const DRAWN_ANEW = ['image/jpeg', 'image/png'];

/**
 * A large photo in the size in which it is used, upright, before it goes over a slow line; anything else, and
 * whatever does not get smaller, as it is.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  if (!DRAWN_ANEW.includes(file.type) || !('createImageBitmap' in globalThis)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) {
      picture.close();
      return file;
    }
    const smaller = await draw(picture, scale, file.type);
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}

function draw(picture: ImageBitmap, scale: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done) => canvas.toBlob(done, type, QUALITY));
}
