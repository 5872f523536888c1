import { say } from './words.ts';

const STEP = 1;
const LONG_STEP = 10;
const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * In `[data-focal-point]`, lets a click on the picture or arrow keys on its mark set the inputs `data-focal="x"` and
 * `"y"`; the inputs go from 0 to their `max` (100 without one) and work alone.
 */
export function focalPoint(place: HTMLElement): void {
  const picture = place.querySelector('img');
  const x = place.querySelector<HTMLInputElement>('input[data-focal="x"]');
  const y = place.querySelector<HTMLInputElement>('input[data-focal="y"]');
  if (!picture || !x || !y) return;
  const frame = document.createElement('span');
  const mark = document.createElement('button');
  frame.className = 'focal-frame';
  mark.className = 'focal-mark';
  mark.type = 'button';
  picture.before(frame);
  frame.append(picture, mark);

  const show = () => {
    mark.style.left = `${percent(x)}%`;
    mark.style.top = `${percent(y)}%`;
    mark.setAttribute(
      'aria-label',
      `${say('focalPoint')}: ${say('focalAt', { x: Math.round(percent(x)), y: Math.round(percent(y)) })}`,
    );
  };
  const set = (left: number, top: number) => {
    write(x, left);
    write(y, top);
    show();
  };
  picture.addEventListener('click', (event) => {
    const box = picture.getBoundingClientRect();
    set((100 * (event.clientX - box.left)) / box.width, (100 * (event.clientY - box.top)) / box.height);
    mark.focus();
  });
  mark.addEventListener('keydown', (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP : STEP;
    set(percent(x) + move[0] * step, percent(y) + move[1] * step);
  });
  for (const input of [x, y]) input.addEventListener('input', show);
  show();
}

function most(input: HTMLInputElement): number {
  return Number(input.max) || 100;
}

function percent(input: HTMLInputElement): number {
  const value = input.value === '' ? most(input) / 2 : Number(input.value);
  return Math.min(100, Math.max(0, (100 * value) / most(input)));
}

function write(input: HTMLInputElement, percent: number): void {
  const share = Math.min(100, Math.max(0, Math.round(percent))) / 100;
  input.value = String(Number((share * most(input)).toFixed(2)));
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
