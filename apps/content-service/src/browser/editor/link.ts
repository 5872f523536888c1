import type { Mark, MarkType } from '@milkdown/kit/prose/model';
import type { EditorState } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import type { Ask } from './tools.ts';

interface Found {
  mark: Mark;
  from: number;
  to: number;
}

/** The link the cursor stands in, and how far it reaches. */
export function linkAt({ selection: { $from } }: EditorState, type: MarkType): Found | undefined {
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return undefined;
  const start = $from.start();
  let from = $from.pos;
  let to = $from.pos;
  $from.parent.forEach((node, offset) => {
    const [begin, end] = [start + offset, start + offset + node.nodeSize];
    if (mark.isInSet(node.marks) && begin <= $from.pos && end >= $from.pos) {
      from = Math.min(from, begin);
      to = Math.max(to, end);
    }
  });
  return { mark, from, to };
}

/** Asks for the address, and for the words where none are selected; an emptied address removes the link. */
export function changeLink(view: EditorView, type: MarkType, ask: Ask): void {
  const { selection } = view.state;
  const found = linkAt(view.state, type);
  const { from, to } = found ?? selection;
  const address = { name: 'address', value: String(found?.mark.attrs.href ?? ''), url: true } as const;
  const needsWords = from === to;
  ask(needsWords ? [address, { name: 'linkText', value: '' }] : [address], ([given = '', words]) => {
    const { tr } = view.state;
    if (given.trim() === '') {
      view.dispatch(tr.removeMark(from, to, type));
      return undefined;
    }
    const href = asAddress(given);
    if (!href) return 'badAddress';
    const mark = type.create({ href });
    if (needsWords) tr.insert(from, view.state.schema.text(words?.trim() || given.trim(), [mark]));
    else tr.removeMark(from, to, type).addMark(from, to, mark);
    view.dispatch(tr.removeStoredMark(type));
    return undefined;
  });
}

/** What was meant by an address that somebody typed; nothing for what readers could not follow. */
export function asAddress(given: string): string | undefined {
  const address = given.trim();
  if (/^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)\S+$/i.test(address)) return address;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`;
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(address)) return `https://${address}`;
  return undefined;
}
