import type { EditorView } from '@milkdown/kit/prose/view';

/** What stands where the textarea stood. */
export interface Surface {
  /** Where the text is written. */
  page: HTMLElement;
  show(toolbar: HTMLElement, ask: HTMLElement, view: EditorView): void;
  /** Changes between the textarea and the visual editor. */
  showPlain(plain: boolean): void;
  remove(): void;
}

/** Prepares the frame around toolbar and text; the textarea stays in place until `show`. */
export function makeSurface(textarea: HTMLTextAreaElement): Surface {
  const frame = element('div', 'text-editor');
  const page = element('div', 'editor-page');
  const complaint = element('p', 'editor-complaint');
  complaint.id = `${textarea.id}-complaint`;
  complaint.hidden = true;
  let view: EditorView | undefined;

  const showPlain = (plain: boolean) => {
    page.hidden = plain;
    textarea.classList.toggle('editor-source', !plain);
    textarea.tabIndex = plain ? 0 : -1;
    if (plain) textarea.removeAttribute('aria-hidden');
    else textarea.setAttribute('aria-hidden', 'true');
    (plain ? textarea : view)?.focus();
  };
  return {
    page,
    showPlain,
    show(toolbar, ask, editing) {
      const hadFocus = document.activeElement === textarea;
      textarea.before(frame);
      frame.append(toolbar, ask, page, textarea, complaint);
      page.hidden = false;
      textarea.classList.add('editor-source');
      textarea.tabIndex = -1;
      textarea.setAttribute('aria-hidden', 'true');
      view = editing;
      passOn(textarea, editing, complaint);
      if (hadFocus) editing.focus();
    },
    remove: () => frame.remove(),
  };
}

/** A click on the label, and the browser's complaint about an empty text, mean the editor. */
function passOn(textarea: HTMLTextAreaElement, view: EditorView, complaint: HTMLElement): void {
  const hidden = () => textarea.tabIndex === -1;
  textarea.addEventListener('focus', () => hidden() && view.focus());
  textarea.addEventListener('invalid', (event) => {
    if (!hidden()) return;
    event.preventDefault();
    complaint.textContent = textarea.validationMessage;
    complaint.hidden = false;
    complaint.classList.remove('mended');
    view.dom.setAttribute('aria-invalid', 'true');
    view.dom.setAttribute('aria-errormessage', complaint.id);
    if (textarea.form?.querySelector(':invalid:not(fieldset)') === textarea) view.focus();
  });
  textarea.addEventListener('input', () => {
    if (!textarea.validity.valid) return;
    complaint.classList.add('mended');
    view.dom.removeAttribute('aria-invalid');
    view.dom.removeAttribute('aria-errormessage');
  });
}

function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}
