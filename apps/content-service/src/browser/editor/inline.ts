import { setBlockType, toggleMark } from '@milkdown/kit/prose/commands';
import type { MarkType } from '@milkdown/kit/prose/model';
import type { EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';

/** Whether what is typed or selected has a mark. */
export function markActive({ selection, storedMarks, doc }: EditorState, type: MarkType): boolean {
  const { $from, from, to, empty } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

export function toggleMarkOf(view: EditorView, type: MarkType): void {
  toggleMark(type)(view.state, view.dispatch);
}

export function headingActive({ selection }: EditorState, level: number): boolean {
  const { parent } = selection.$from;
  return parent.type.name === 'heading' && parent.attrs.level === level;
}

/** Makes the paragraphs that are selected headings, or headings paragraphs. */
export function toggleHeading(view: EditorView, level: number): void {
  const { heading, paragraph } = view.state.schema.nodes;
  if (!heading || !paragraph) return;
  const command = headingActive(view.state, level)
    ? setBlockType(paragraph)
    : setBlockType(heading, { level });
  command(view.state, view.dispatch);
}
