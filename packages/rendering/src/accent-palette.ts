import { clampChroma, converter, formatHex, type Oklch, parseHex, wcagContrast } from 'culori';
import { ThemeError } from './theme-manifest.ts';

/** The paper colours of a theme, one for each colour scheme. */
export interface Papers {
  light: string;
  dark: string;
}

/** An accent on one paper: the colour itself, and the colour of text that stands on it. */
export interface Accent {
  accent: string;
  onAccent: string;
}

export interface Palette {
  light: Accent;
  dark: Accent;
}

const READABLE = 4.5;
const WHITE = '#ffffff';
const BLACK = '#14110f';
const toOklch = converter('oklch');

/** The six hex digits of an accent colour, as they stand in a stylesheet's name. Throws where it is none. */
export function accentName(accent: string): string {
  const colour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(accent) ? parseHex(accent) : undefined;
  if (!colour) throw new ThemeError(`accent: "${accent}" is not a colour such as #b3121d`);
  return formatHex(colour).slice(1);
}

/**
 * One colour of a site as the two it needs: readable (WCAG 4.5:1) on the paper of each colour scheme.
 * Only the lightness moves, as little as it must; the hue stays.
 */
export function accentPalette(accent: string, papers: Papers = { light: WHITE, dark: BLACK }): Palette {
  const wished = toOklch(`#${accentName(accent)}`) as Oklch;
  return { light: on(papers.light, wished, -0.005), dark: on(papers.dark, wished, 0.005) };
}

function on(paper: string, wished: Oklch, step: number): Accent {
  let accent = hexOf(wished);
  for (let l = wished.l; wcagContrast(accent, paper) < READABLE && l >= -1 && l <= 2; l += step) {
    accent = hexOf({ ...wished, l: Math.min(1, Math.max(0, l)) });
  }
  const onAccent = wcagContrast(WHITE, accent) >= READABLE ? WHITE : BLACK;
  return { accent, onAccent };
}

function hexOf(colour: Oklch): string {
  return formatHex(clampChroma(colour, 'oklch'));
}
