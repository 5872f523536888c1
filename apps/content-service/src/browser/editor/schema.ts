import { imageSchema } from '@milkdown/kit/preset/commonmark';
import { tableCellSchema, tableHeaderSchema } from '@milkdown/kit/preset/gfm';
import type { TagParseRule } from '@milkdown/kit/prose/model';

/**
 * The side on which a column's words stand, read from `data-look`: a strict policy leaves no style in what is
 * pasted. A table that says nothing keeps saying nothing, so that it reads in both directions.
 */
const tableSides = [tableCellSchema, tableHeaderSchema].map((schema) =>
  schema.extendSchema((before) => (ctx) => {
    const spec = before(ctx);
    return { ...spec, parseDOM: spec.parseDOM?.map(withSide) ?? [] };
  }),
);

/** A picture without a title is one, and gets none when it is moved. */
const plainPictures = imageSchema.extendSchema((before) => (ctx) => ({
  ...before(ctx),
  parseMarkdown: {
    match: ({ type }) => type === 'image',
    runner: (state, { url, alt, title }, type) => {
      state.addNode(type, { src: url as string, alt: alt ?? '', title: title ?? '' });
    },
  },
  parseDOM: [
    {
      tag: 'img[src]',
      getAttrs: (dom) => {
        const own = (name: string) => dom.getAttribute(name) ?? '';
        return { src: own('data-src') || own('src'), alt: own('alt'), title: own('title') };
      },
    },
  ],
  toDOM: ({ attrs: { src, alt, title } }) => ['img', { src: shownFrom(src), 'data-src': src, alt, title }],
}));

/** Readers have a picture of the library once it is published; whoever writes has it from the library before. */
function shownFrom(src: string): string {
  const library = document.querySelector<HTMLTextAreaElement>('textarea[data-pictures]')?.dataset.pictures;
  const id = /^\/media\/([0-9a-f-]{36})$/.exec(src)?.[1];
  return library && id ? `${library}/${id}/file` : src;
}

/** What differs here from Milkdown's own schema. */
export const ownSchema = [...tableSides, plainPictures].flat();

function withSide(rule: TagParseRule): TagParseRule {
  return {
    ...rule,
    getAttrs: (dom: HTMLElement) => {
      const attrs = rule.getAttrs?.(dom);
      const side = /text-align:\s*(center|right)/.exec(dom.dataset.look ?? '')?.[1];
      return attrs === false ? false : { ...attrs, alignment: side ?? null };
    },
  };
}
