import { lift, wrapIn } from '@milkdown/kit/prose/commands';
import type { NodeType } from '@milkdown/kit/prose/model';
import { liftListItem, wrapInList } from '@milkdown/kit/prose/schema-list';
import type { EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';

/** Whether the cursor stands somewhere within a node of a type. */
export function inNode({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === type) return true;
  }
  return false;
}

/** Paragraphs become a list, a list of the other kind this one, and a list of this kind paragraphs. */
export function toggleList(view: EditorView, type: NodeType): void {
  const { state, dispatch } = view;
  const around = nearestList(state);
  const item = state.schema.nodes.list_item;
  if (!around || !item) wrapInList(type)(state, dispatch);
  else if (around.type === type) liftListItem(item)(state, dispatch);
  else dispatch(state.tr.setNodeMarkup(around.pos, type));
}

export function toggleQuote(view: EditorView, type: NodeType): void {
  const { state, dispatch } = view;
  if (inNode(state, type)) lift(state, dispatch);
  else wrapIn(type)(state, dispatch);
}

function nearestList({ selection: { $from } }: EditorState): { type: NodeType; pos: number } | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type.name.endsWith('_list')) return { type, pos: $from.before(depth) };
  }
  return undefined;
}
