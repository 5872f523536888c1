import type { PickPicture } from '../editor/insert.ts';
import type { PictureDialog } from './dialog.ts';

interface Dropped extends PickPicture {
  files: File[];
  /** The dialog is there now, and these are for it. */
  isForDialog?: boolean;
}

/**
 * For `textarea data-pictures="/desk/…/media"`: the editor's picture button opens the library, and pictures that are
 * dropped into the text are sent and put there. What is needed for it is loaded when it is first asked for.
 */
export function pickPictures(textarea: HTMLTextAreaElement): void {
  const library = textarea.dataset.pictures ?? '';
  let dialog: PictureDialog | undefined;
  let isAway = false;
  const load = async () => {
    const { PictureDialog } = await import('./dialog.ts');
    dialog ??= new PictureDialog(library);
    return dialog;
  };
  const open = async ({ insert }: PickPicture) => {
    try {
      await (await load()).open(insert);
    } catch (error) {
      // The editor asks for an address instead when the button is pressed again.
      isAway = true;
      console.warn('the library could not be opened', error);
    }
  };
  document.addEventListener('desk:pick-picture', (event) => {
    if (isAway) return;
    event.preventDefault();
    void open((event as CustomEvent<PickPicture>).detail);
  });
  document.addEventListener('desk:files', (event) => {
    const { files, insert, isForDialog } = (event as CustomEvent<Dropped>).detail;
    if (isForDialog) return;
    const wasReady = dialog?.takesFiles ?? false;
    void open({ insert }).then(() => {
      if (wasReady || !dialog?.takesFiles) return;
      const detail: Dropped = { files, insert, isForDialog: true };
      document.dispatchEvent(new CustomEvent<Dropped>('desk:files', { detail }));
    });
  });
}
