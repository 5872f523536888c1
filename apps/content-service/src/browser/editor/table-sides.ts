import { tableCellSchema, tableHeaderSchema } from '@milkdown/kit/preset/gfm';
import type { TagParseRule } from '@milkdown/kit/prose/model';

/**
 * The side on which a column's words stand, read from `data-look`: a strict policy leaves no style in what is
 * pasted. A table that says nothing keeps saying nothing, so that it reads in both directions.
 */
export const tableSides = [tableCellSchema, tableHeaderSchema].map((schema) =>
  schema.extendSchema((before) => (ctx) => {
    const spec = before(ctx);
    return { ...spec, parseDOM: spec.parseDOM?.map(withSide) ?? [] };
  }),
);

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
