import {
  defaultValueCtx,
  Editor,
  editorViewCtx,
  editorViewOptionsCtx,
  parserCtx,
  remarkStringifyOptionsCtx,
  rootCtx,
  serializerCtx,
} from '@milkdown/kit/core';
import type { Ctx } from '@milkdown/kit/ctx';
import { clipboard } from '@milkdown/kit/plugin/clipboard';
import { history } from '@milkdown/kit/plugin/history';
import { commonmark, remarkPreserveEmptyLinePlugin } from '@milkdown/kit/preset/commonmark';
import { gfm } from '@milkdown/kit/preset/gfm';
import { Slice } from '@milkdown/kit/prose/model';
import { Plugin } from '@milkdown/kit/prose/state';
import type { EditorView } from '@milkdown/kit/prose/view';
import { $prose } from '@milkdown/kit/utils';
import { insertPicture, type PickPicture } from './insert.ts';
import { cleanPastedHtml } from './paste.ts';
import { ownSchema } from './schema.ts';

/** The editor, and its text as Markdown in both directions. */
export interface Writing {
  view: EditorView;
  read(): string;
  replace(markdown: string): void;
}

// An empty paragraph is nothing, and not a line break written as HTML.
const emptyLines: unknown[] = [...remarkPreserveEmptyLinePlugin];
const plainCommonmark = commonmark.filter((plugin) => !emptyLines.includes(plugin));

/** Starts Milkdown in an element, with the text, language, direction and label of a textarea. */
export async function createMilkdown(
  root: HTMLElement,
  textarea: HTMLTextAreaElement,
  onChange: () => void,
): Promise<Writing> {
  const editor = await Editor.make()
    .config((ctx) => configure(ctx, root, textarea))
    .use(plainCommonmark)
    .use(gfm)
    .use(ownSchema)
    .use(history)
    .use(clipboard)
    .use($prose(() => watch(onChange)))
    .create();
  const { ctx } = editor;
  const view = ctx.get(editorViewCtx);
  return {
    view,
    read: () => ctx.get(serializerCtx)(view.state.doc),
    replace: (markdown) => {
      const { content } = ctx.get(parserCtx)(markdown);
      view.dispatch(view.state.tr.replace(0, view.state.doc.content.size, new Slice(content, 0, 0)));
    },
  };
}

function configure(ctx: Ctx, root: HTMLElement, textarea: HTMLTextAreaElement): void {
  ctx.set(rootCtx, root);
  ctx.set(defaultValueCtx, textarea.value);
  ctx.update(remarkStringifyOptionsCtx, (options) => ({
    ...options,
    bullet: '-' as const,
    rule: '-' as const,
  }));
  ctx.update(editorViewOptionsCtx, (options) => ({
    ...options,
    attributes: attributesOf(textarea),
    transformPastedHTML: cleanPastedHtml,
    handleDrop: passOnFiles,
  }));
}

function attributesOf(textarea: HTMLTextAreaElement): Record<string, string> {
  const label = textarea.labels[0];
  if (label && !label.id) label.id = `${textarea.id}-label`;
  const described = textarea.getAttribute('aria-describedby');
  return {
    'aria-multiline': 'true',
    ...(label ? { 'aria-labelledby': label.id } : {}),
    ...(described ? { 'aria-describedby': described } : {}),
    ...(textarea.required ? { 'aria-required': 'true' } : {}),
    ...(textarea.lang ? { lang: textarea.lang } : {}),
    dir: textarea.dir || 'auto',
    spellcheck: 'true',
  };
}

/** A browser would leave the page for a file that is dropped on it: whoever takes files here gets it instead. */
function passOnFiles(view: EditorView, { dataTransfer }: DragEvent): boolean {
  if (!dataTransfer?.files.length) return false;
  const insert = (markdownImage: string) => insertPicture(view, markdownImage);
  const detail = { files: [...dataTransfer.files], insert };
  document.dispatchEvent(new CustomEvent<PickPicture & { files: File[] }>('desk:files', { detail }));
  return true;
}

function watch(onChange: () => void): Plugin {
  return new Plugin({
    view: () => ({
      update: (view, before) => {
        if (!view.state.doc.eq(before.doc)) onChange();
      },
    }),
  });
}
