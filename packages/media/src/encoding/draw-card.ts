import sharp, { type OverlayOptions } from 'sharp';
import type { Card } from '../cards/card.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 80;
const INK = '#1d1a16';
const PAPER = '#fbf8f1';
const BAND = 44;
/** The space for a title, and the sizes it is tried in. */
const ROOM = 340;
const SIZES = [68, 58, 50, 42, 36, 30];
const FONTS = 'Noto Sans,Noto Sans Arabic,Noto Sans Thai,Noto Sans JP';
const KAWUNG =
  '<path d="M22 22c0-9 6-15 15-15 0 9-6 15-15 15zM22 22c9 0 15 6 15 15-9 0-15-6-15-15zM22 22c0 9-6 15-15 15 0-9 6-15 15-15zM22 22c-9 0-15-6-15-15 9 0 15 6 15 15z"/>';

/** Draws a card into a file, as PNG: the title, whose it is, and a band of kawung in the site's colour. */
export async function drawCard({ title, lang, dir, name, accent }: Card, file: string): Promise<void> {
  const heading = await fit(title, lang);
  const foot = await line(name, lang, 'Medium', 30, accent);
  const x = ({ width }: Drawn) => (dir === 'rtl' ? WIDTH - MARGIN - width : MARGIN);
  await sharp(Buffer.from(ground(accent)))
    .composite([
      { ...heading.overlay, left: x(heading), top: BAND + 72 },
      { ...foot.overlay, left: x(foot), top: HEIGHT - 72 - foot.height },
    ])
    .png({ palette: true, quality: 90, effort: 7 })
    .toFile(file);
}

interface Drawn {
  overlay: OverlayOptions;
  width: number;
  height: number;
}

/** The title in the largest size in which it fits; cut where it fits in none. */
async function fit(title: string, lang: string): Promise<Drawn> {
  for (const size of SIZES) {
    const drawn = await line(title, lang, 'Bold', size, INK);
    if (drawn.height <= ROOM) return drawn;
  }
  const words = [...new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(title)];
  const shorter = words.slice(0, Math.floor(words.length * 0.8)).map(({ segment }) => segment);
  return fit(`${shorter.join('').replace(/…$/, '').trimEnd()}…`, lang);
}

async function line(
  text: string,
  lang: string,
  weight: string,
  size: number,
  colour: string,
): Promise<Drawn> {
  const markup = `<span lang="${escaped(lang)}" foreground="${colour}">${escaped(breakable(text, lang))}</span>`;
  const { data, info } = await sharp({
    text: {
      text: markup,
      font: `${FONTS} ${weight} ${size}`,
      width: WIDTH - 2 * MARGIN,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
      spacing: Math.round(size * 0.1),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { overlay: { input: data }, width: info.width, height: info.height };
}

/** Thai has no spaces between its words, and the library does not know where they end. */
function breakable(text: string, lang: string): string {
  if (!/\p{Script=Thai}/u.test(text)) return text;
  const words = new Intl.Segmenter(lang, { granularity: 'word' }).segment(text);
  return [...words].map(({ segment }) => segment).join('\u200b');
}

function ground(accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><pattern id="k" width="44" height="44" patternUnits="userSpaceOnUse" fill="${PAPER}" fill-opacity=".85">${KAWUNG}</pattern></defs>
<rect width="100%" height="100%" fill="${PAPER}"/><rect width="100%" height="${BAND}" fill="${accent}"/>
<rect width="100%" height="${BAND}" fill="url(#k)"/><rect y="${HEIGHT - 12}" width="100%" height="12" fill="${accent}"/></svg>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
