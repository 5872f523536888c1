import { type Accent, accentPalette, type Papers } from './accent-palette.ts';
import { minifyCss } from './minify-css.ts';

/** A theme's stylesheet for one accent colour: its custom properties first, then the theme's own rules. */
export function buildStylesheet(styles: string, papers: Papers, accent: string): string {
  const { light, dark } = accentPalette(accent, papers);
  const head = [
    `:root{${properties(papers.light, light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${properties(papers.dark, dark)}}}`,
  ];
  return head.join('') + minifyCss(styles);
}

function properties(paper: string, { accent, onAccent }: Accent): string {
  return `--paper:${paper};--accent:${accent};--on-accent:${onAccent}`;
}
