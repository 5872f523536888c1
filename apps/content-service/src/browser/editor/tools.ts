import { redo, undo } from '@milkdown/kit/prose/history';
import type { EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import type { BrowserWords } from '../words/en.ts';
import type { Field } from './ask-row.ts';
import { headingActive, markActive, toggleHeading, toggleMarkOf } from './inline.ts';
import { insertTable, pickPicture } from './insert.ts';
import { changeLink, linkAt } from './link.ts';
import { inNode, toggleList, toggleQuote } from './lists.ts';

/** One button of the toolbar. */
export interface Tool {
  name: keyof BrowserWords;
  /** As in `aria-keyshortcuts`. */
  keys?: string;
  run(): void;
  active?(state: EditorState): boolean;
  possible?(state: EditorState): boolean;
}

/** Asks for a few words in a row below the toolbar. */
export type Ask = (fields: Field[], onDone: (values: string[]) => string | undefined) => void;

/** The tools in their order; what they do is ProseMirror's, what they are called is the toolbar's. */
export function makeTools(view: EditorView, ask: Ask): Tool[] {
  const { state } = view;
  const { strong, emphasis, link } = state.schema.marks;
  const { bullet_list, ordered_list, blockquote, table } = state.schema.nodes;
  if (!strong || !emphasis || !link || !bullet_list || !ordered_list || !blockquote || !table) {
    throw new Error('the editor has another schema than its toolbar');
  }
  const heading = (level: 2 | 3): Tool => ({
    name: `heading${level}`,
    keys: `Control+Alt+${level}`,
    run: () => toggleHeading(view, level),
    active: (state) => headingActive(state, level),
  });
  return [
    {
      name: 'bold',
      keys: 'Control+B',
      run: () => toggleMarkOf(view, strong),
      active: (state) => markActive(state, strong),
    },
    {
      name: 'italic',
      keys: 'Control+I',
      run: () => toggleMarkOf(view, emphasis),
      active: (state) => markActive(state, emphasis),
    },
    heading(2),
    heading(3),
    {
      name: 'link',
      keys: 'Control+K',
      run: () => changeLink(view, link, ask),
      active: (state) => Boolean(linkAt(state, link)),
    },
    {
      name: 'bulletList',
      run: () => toggleList(view, bullet_list),
      active: (state) => inNode(state, bullet_list),
    },
    {
      name: 'numberedList',
      run: () => toggleList(view, ordered_list),
      active: (state) => inNode(state, ordered_list),
    },
    { name: 'quote', run: () => toggleQuote(view, blockquote), active: (state) => inNode(state, blockquote) },
    { name: 'picture', run: () => pickPicture(view, ask) },
    { name: 'table', run: () => insertTable(view), possible: (state) => !inNode(state, table) },
    { name: 'undo', keys: 'Control+Z', run: () => undo(view.state, view.dispatch), possible: undo },
    { name: 'redo', keys: 'Control+Y', run: () => redo(view.state, view.dispatch), possible: redo },
  ];
}
