import { cropBox } from './crop-box.ts';

/** Every `svg data-crop="16:9"` beside a focal point shows its part of the picture, also while that point moves. */
export function showCrops(place: HTMLElement): void {
  const value = (axis: string) =>
    Number(place.querySelector<HTMLInputElement>(`input[data-focal="${axis}"]`)?.value);
  place.addEventListener('input', () => {
    for (const crop of place.querySelectorAll<SVGElement>('svg[data-crop]')) {
      const [width = 1, height = 1] = (crop.dataset.crop ?? '').split(':').map(Number);
      const picture = { width: Number(crop.dataset.width), height: Number(crop.dataset.height) };
      const box = cropBox(picture, { width, height }, { x: value('x'), y: value('y') });
      crop.setAttribute('viewBox', box.join(' '));
    }
  });
}
