import { say } from '../words.ts';

/** Hands over files that are chosen with the button, dropped on it or into the text, or pasted anywhere on the page. */
export function chosenFiles(input: HTMLInputElement, take: (files: File[]) => void): void {
  const zone = document.createElement('div');
  const hint = document.createElement('span');
  zone.className = 'upload-zone';
  hint.textContent = say('dropHere');
  input.before(zone);
  zone.append(input, hint);
  // What is sent from here is not posted by the form as well.
  const name = input.name;
  input.removeAttribute('name');
  input.dataset.name = name;
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    take(files);
  });
  for (const type of ['dragover', 'dragenter', 'dragleave', 'drop']) {
    zone.addEventListener(type, (event) => onDrag(event as DragEvent, zone, input, take));
  }
  document.addEventListener('desk:files', (event) => {
    take(few((event as CustomEvent<{ files: File[] }>).detail.files, input));
  });
  document.addEventListener('paste', ({ clipboardData }) => {
    // Programs put a picture beside every text they copy; only a picture by itself is meant as one.
    if (!clipboardData?.files.length || clipboardData.types.includes('text/html')) return;
    take(few([...clipboardData.files], input));
  });
}

function onDrag(
  event: DragEvent,
  zone: HTMLElement,
  input: HTMLInputElement,
  take: (files: File[]) => void,
): void {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  zone.classList.toggle('upload-over', event.type === 'dragover' || event.type === 'dragenter');
  if (event.type === 'drop') take(few([...event.dataTransfer.files], input));
}

function few(files: File[], { multiple }: HTMLInputElement): File[] {
  return multiple ? files : files.slice(0, 1);
}
