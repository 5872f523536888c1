interface Size {
  width: number;
  height: number;
}

/**
 * The part of a picture that is seen in a frame of another shape, as x, y, width and height in the picture's own
 * pixels; the same part that `object-fit: cover` shows with `object-position` at the focal point, in percent.
 */
export function cropBox(picture: Size, frame: Size, focus: { x: number; y: number }): number[] {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  const width = frame.width * scale;
  const height = frame.height * scale;
  const x = ((picture.width - width) * focus.x) / 100;
  const y = ((picture.height - height) * focus.y) / 100;
  return [x, y, width, height].map((each) => Math.round(each) || 0);
}
