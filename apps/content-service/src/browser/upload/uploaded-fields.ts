import type { Uploaded } from './upload.ts';

/**
 * On `input data-then-submit`: the form names what has arrived (`uploaded`), and is sent when all has; where a file
 * was refused, it waits until its sender has read why.
 */
export function uploadedFields(input: HTMLInputElement): void {
  const { form } = input;
  if (!form) return;
  input.addEventListener('desk:uploaded', (event) => {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'uploaded';
    field.value = (event as CustomEvent<Uploaded>).detail.media.id;
    form.append(field);
  });
  input.addEventListener('desk:uploads-done', () => {
    const isAllRight = !form.querySelector('.upload-list [data-tone="trouble"]');
    if (isAllRight && form.elements.namedItem('uploaded')) form.requestSubmit();
  });
}
