import { say } from './words.ts';
import { moment, pageZone } from './zone.ts';
import { momentOf } from './zoned-time.ts';

const JAKARTA = 'Asia/Jakarta';

/** Below `<input type="datetime-local" data-zone="…">`, the same moment in Jakarta's time and in UTC. */
export function zoneClock(input: HTMLInputElement): void {
  const zone = input.dataset.zone || pageZone || 'UTC';
  const shown = document.createElement('p');
  shown.className = 'zone-clock';
  shown.setAttribute('aria-live', 'polite');
  input.after(shown);
  const show = () => {
    const found = input.value ? momentOf(input.value, zone) : undefined;
    shown.textContent = found ? inWords(found.at, found.moved, zone) : '';
  };
  input.addEventListener('input', show);
  input.addEventListener('desk:replaced', show);
  show();
}

function inWords(at: number, moved: boolean, zone: string): string {
  const places: [string, string][] = [
    [say('jakarta'), JAKARTA],
    ['UTC', 'UTC'],
  ];
  const others = places
    .filter(([, other]) => other !== zone)
    .map(([name, other]) => `${name} ${moment(at, other)}`);
  const note = moved ? `${say('movedTime', { time: moment(at, zone) })} ` : '';
  return note + say('sameMoment', { list: others.join(' · ') });
}
