const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z]+="[^"<>]*")*)(?: \/)?>/g;
const TAGS = new Set(
  'a b blockquote br code del div em figcaption figure h2 h3 h4 h5 h6 hr i img kbd li mark ol p picture pre s small source strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES: Record<string, RegExp> = {
  href: /^(?:https?:\/\/(?![^/]*@)|mailto:|tel:|\/(?![/\\]))/,
  src: /^(?:https:\/\/(?![^/]*@)|\/media\/)/,
  id: /^s-/,
  class: /^(?:table|end|center)$/,
  rel: /^external noreferrer$/,
  loading: /^lazy$/,
  scope: /^col$/,
  start: /^\d+$/,
  tabindex: /^0$/,
  alt: /^/,
  decoding: /^async$/,
  dir: /^(?:ltr|rtl)$/,
  height: /^\d+$/,
  lang: /^[A-Za-z-]+$/,
  sizes: /^[\w():., -]+$/,
  srcset: /^\/media\/[\w./-]+ \d+w(?:, \/media\/[\w./-]+ \d+w)*$/,
  type: /^image\/(?:avif|webp|jpeg)$/,
  width: /^\d+$/,
  title: /^/,
};

/**
 * What in a piece of HTML is not of the few plain forms that rendered Markdown may have. Stricter than a
 * browser: whatever looks like the start of a tag and is none of ours is a problem.
 */
export function problemsOf(html: string): string[] {
  const problems: string[] = [];
  const open: string[] = [];
  for (const [tag, slash, name = '', attributes = ''] of html.matchAll(TAG)) {
    if (!TAGS.has(name)) problems.push(tag);
    if (slash) problems.push(...(open.pop() === name ? [] : [`out of place: ${tag}`]));
    else if (!tag.endsWith(' />')) open.push(name);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES[attribute]?.test(value)) problems.push(`${attribute}="${value}"`);
    }
  }
  const rest = html.replace(TAG, '');
  if (/[<>]/.test(rest)) problems.push(rest);
  return [...problems, ...open.map((name) => `left open: ${name}`)];
}
