import type { Node } from '@milkdown/kit/prose/model';
import { TextSelection } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import type { Ask } from './tools.ts';

const ROWS = 3;
const COLUMNS = 2;
const MARKDOWN_IMAGE = /^!\[((?:\\.|[^\]\\])*)\]\(<?([^\s<>)]+)>?(?:\s+"((?:\\.|[^"\\])*)")?\)$/;

/** What is handed to whoever lets a person pick a picture. */
export interface PickPicture {
  /** Puts `![what it shows](address)` where the cursor stands. */
  insert(markdownImage: string): void;
}

/**
 * Lets the page pick a picture (`desk:pick-picture`, which it takes by preventing the default), or else asks for
 * its address.
 */
export function pickPicture(view: EditorView, ask: Ask): void {
  const insert = (markdownImage: string) => insertPicture(view, markdownImage);
  const event = new CustomEvent<PickPicture>('desk:pick-picture', { cancelable: true, detail: { insert } });
  if (!document.dispatchEvent(event)) return;
  const fields = [
    { name: 'address', value: '', url: true },
    { name: 'pictureText', value: '' },
  ] as const;
  ask([...fields], ([src = '', alt = '']) => {
    if (!/^(https?:\/\/|\/(?!\/))\S+$/i.test(src.trim())) return 'badAddress';
    insertNode(view, picture(view, src.trim(), alt.trim()));
    return undefined;
  });
}

/** Puts a picture, given in Markdown, where the cursor stands. */
export function insertPicture(view: EditorView, markdownImage: string): void {
  const [whole, alt = '', src = '', title = ''] = MARKDOWN_IMAGE.exec(markdownImage.trim()) ?? [];
  if (!whole) throw new Error('not a picture in Markdown');
  insertNode(view, picture(view, src, withoutEscapes(alt), withoutEscapes(title)));
}

/** A table with a heading row; not in another table, which Markdown cannot say. */
export function insertTable(view: EditorView): void {
  const { table, table_header_row, table_row, table_header, table_cell } = view.state.schema.nodes;
  if (!table || !table_header_row || !table_row || !table_header || !table_cell) return;
  const cells = (of: typeof table_cell) =>
    Array.from({ length: COLUMNS }, () => of.createAndFill({ alignment: null })).filter(
      (cell) => cell !== null,
    );
  const rows = Array.from({ length: ROWS - 1 }, () => table_row.create(null, cells(table_cell)));
  const at = view.state.selection.from;
  insertNode(view, table.create(null, [table_header_row.create(null, cells(table_header)), ...rows]));
  const first = view.state.doc.resolve(Math.min(at + 1, view.state.doc.content.size));
  view.dispatch(view.state.tr.setSelection(TextSelection.near(first)));
}

function picture(view: EditorView, src: string, alt: string, title = ''): Node {
  const { image } = view.state.schema.nodes;
  if (!image) throw new Error('the editor has no pictures');
  return image.create({ src, alt, title });
}

function insertNode(view: EditorView, node: Node): void {
  view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView());
  view.focus();
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
