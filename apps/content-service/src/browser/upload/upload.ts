import { say } from '../words.ts';
import { chosenFiles } from './chosen-files.ts';
import { refusal } from './refusal.ts';
import { type Media, mayGoOn, SendError, sendFile } from './send-file.ts';
import { shrinkPicture } from './shrink-picture.ts';
import { UploadRow } from './upload-row.ts';

/** A slow line serves two files better than ten. */
const AT_ONCE = 2;

/** What `desk:uploaded`, which bubbles from the input, says. */
export interface Uploaded {
  media: Media;
  name: string;
}

/**
 * Lets `<input type="file" data-upload="…">` send its files at once, by button, drop or paste; the form waits for
 * them. Without this, the form posts them as it posts everything.
 */
export function uploadFrom(input: HTMLInputElement): void {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  list.className = 'upload-list';
  said.className = 'upload-said';
  said.setAttribute('role', 'status');
  input.after(list, said);

  const next = () => {
    const job = running < AT_ONCE ? waiting.shift() : undefined;
    if (!job) return;
    running += 1;
    void job().finally(() => {
      running -= 1;
      if (running + waiting.length === 0) input.dispatchEvent(new Event('desk:uploads-done'));
      next();
    });
    next();
  };
  const add = (file: File, row: UploadRow) => {
    waiting.push(() => run(input, file, row, (words) => (said.textContent = `${file.name}: ${words}`), add));
    next();
  };
  chosenFiles(input, (files) => {
    for (const file of files) {
      const row = new UploadRow(file.name);
      list.append(row.element);
      const why = refusal(file, input);
      if (why) row.refused(why);
      else add(file, row);
    }
  });
  holdForm(input, () => running + waiting.length > 0);
}

async function run(
  input: HTMLInputElement,
  file: File,
  row: UploadRow,
  tell: (words: string) => void,
  again: (file: File, row: UploadRow) => void,
): Promise<void> {
  row.says(say('shrinking'));
  const body = await shrinkPicture(file);
  try {
    const endpoint = input.dataset.upload ?? '';
    const media = await untilSent(
      () => sendFile({ endpoint, file, body, onProgress: (n) => row.progress(n) }),
      row,
    );
    row.finished();
    tell(say('finished'));
    const detail: Uploaded = { media, name: file.name };
    input.dispatchEvent(new CustomEvent<Uploaded>('desk:uploaded', { bubbles: true, detail }));
  } catch (error) {
    const { status, message } = error instanceof SendError ? error : new SendError(0);
    const final = status >= 400 && status < 500 && status !== 401 && status !== 403;
    const words = status === 401 || status === 403 ? say('signedOut') : message || say('failed');
    row.refused(words, final ? undefined : () => again(file, row));
    tell(words);
  }
}

/** A dropped line is waited for, and a renewed session gone on with. */
async function untilSent(send: () => Promise<Media>, row: UploadRow): Promise<Media> {
  for (let renewed = false; ; ) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      if (error.status === 0 && !navigator.onLine) {
        row.says(say('waitingForLine'));
        await new Promise((online) => addEventListener('online', online, { once: true }));
      } else if (!renewed && (await mayGoOn(error))) renewed = true;
      else throw error;
    }
  }
}

/** A form that is sent while files are under way waits, and is sent when they have arrived. */
function holdForm(input: HTMLInputElement, busy: () => boolean): void {
  input.form?.addEventListener(
    'submit',
    (event) => {
      if (!busy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { submitter } = event;
      input.addEventListener('desk:uploads-done', () => input.form?.requestSubmit(submitter), { once: true });
    },
    { capture: true },
  );
}
