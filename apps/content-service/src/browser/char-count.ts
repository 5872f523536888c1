import { say } from './words.ts';

const QUIET_MS = 1000;
const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined;

/**
 * Says below `<input data-count="90">` how many characters are left, as people count them. More are possible: the
 * service judges. It is read out aloud only after a pause.
 */
export function charCount(field: HTMLInputElement | HTMLTextAreaElement): void {
  const most = Number(field.dataset.count);
  const shown = document.createElement('p');
  const aloud = document.createElement('p');
  let timer: ReturnType<typeof setTimeout> | undefined;
  shown.className = 'char-count';
  shown.setAttribute('aria-hidden', 'true');
  aloud.className = 'draft-word';
  aloud.id = `${field.id}-count`;
  aloud.setAttribute('aria-live', 'polite');
  field.setAttribute(
    'aria-describedby',
    `${field.getAttribute('aria-describedby') ?? ''} ${aloud.id}`.trim(),
  );
  field.after(shown, aloud);

  const count = () => {
    const left = most - lengthOf(field.value);
    const words = left >= 0 ? say('charsLeft', { count: left }) : say('charsOver', { count: -left });
    shown.textContent = words;
    shown.dataset.tone = left >= 0 ? '' : 'trouble';
    clearTimeout(timer);
    timer = setTimeout(() => {
      aloud.textContent = words;
    }, QUIET_MS);
  };
  field.addEventListener('input', count);
  field.addEventListener('desk:replaced', count);
  count();
}

/** Characters as people see them: a flag, or a letter with its marks, is one. */
function lengthOf(text: string): number {
  let length = 0;
  for (const _ of segmenter?.segment(text) ?? text) length += 1;
  return length;
}
