import { type Accent, accentPalette, type Palette, type Papers } from './accent-palette.ts';
import { minifyCss } from './minify-css.ts';

/**
 * A theme's stylesheet for one accent colour: its custom properties first, then the theme's own rules. Each further
 * colour is there as `--name` and `--on-name`, like the accent.
 */
export function buildStylesheet(
  styles: string,
  papers: Papers,
  accent: string,
  others: Readonly<Record<string, string>> = {},
): string {
  const palettes = Object.entries({ accent, ...others }).map(([name, colour]): [string, Palette] => [
    name,
    accentPalette(colour, papers),
  ]);
  const on = (scheme: 'light' | 'dark') =>
    [
      `--paper:${papers[scheme]}`,
      ...palettes.map(([name, palette]) => properties(name, palette[scheme])),
    ].join(';');
  const head = [
    `:root{${on('light')}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${on('dark')}}}`,
  ];
  return head.join('') + minifyCss(styles);
}

function properties(name: string, { accent, onAccent }: Accent): string {
  return `--${name}:${accent};--on-${name}:${onAccent}`;
}
