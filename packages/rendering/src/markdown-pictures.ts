import type { Token, Tokens } from 'marked';
import { escapeHtml } from './escape-html.ts';
import { innerTokens } from './markdown-limits.ts';
import type { BodyPicture, Html } from './page-parts.ts';
import { safePicture } from './safe-address.ts';

/** The pictures a text may show, by their ids. */
export type BodyPictures = ReadonlyMap<string, BodyPicture>;

/** A picture with what is known of it. */
export interface PlacedImage extends Tokens.Image {
  picture: BodyPicture;
}

/** A text shows a picture that it may not show, or that is not there; callers make a field error of it. */
export class UnknownPictureError extends Error {
  override name = 'UnknownPictureError';
  readonly address: string;

  constructor(address: string) {
    super(`There is no picture ${address} in this site's library.`);
    this.address = address;
  }
}

/** A column of text is never wider, so no larger file is fetched than one that fills it. */
const SIZES = '(min-width: 42rem) 40rem, 100vw';

/** Gives each picture of ours what is known of it. Throws an `UnknownPictureError` for one that is not among them. */
export function placePictures(tokens: Token[], pictures: BodyPictures): void {
  for (const token of tokens) {
    if (token.type === 'image') placePicture(token as Tokens.Image, pictures);
    for (const inner of innerTokens(token)) placePictures(inner, pictures);
  }
}

function placePicture(token: Tokens.Image, pictures: BodyPictures): void {
  const address = safePicture(token.href);
  if (!address) return;
  const picture = pictures.get(/^\/media\/([^/?#]+)/.exec(address)?.[1] ?? '');
  if (!picture) throw new UnknownPictureError(address);
  Object.assign(token, { picture });
}

/** The pictures of a paragraph that holds nothing else; undefined for every other paragraph. */
export function picturesAlone(tokens: Token[]): PlacedImage[] | undefined {
  const rest = tokens.filter((token) => token.type !== 'br' && token.raw.trim() !== '');
  return rest.length > 0 && rest.every(isPlaced) ? rest : undefined;
}

export function isPlaced(token: Token): token is PlacedImage {
  return token.type === 'image' && 'picture' in token;
}

/** A picture with its caption below: the one written beside it, or else the library's. */
export function figure(token: PlacedImage): Html {
  const { caption, credit } = token.picture;
  const words = token.title ? { text: token.title } : caption;
  const parts = [words && escapeHtml(words.text), credit && `<small>${escapeHtml(credit)}</small>`];
  const text = parts.filter(Boolean).join(' ');
  const foot = text && `<figcaption${tongue(words)}>${text}</figcaption>`;
  return `<figure>${pictureElement(token)}${foot}</figure>\n`;
}

/** The words written beside a picture say what it shows, or else those of the library. */
export function pictureElement({ text, picture }: PlacedImage): Html {
  const { src, width, height, alt } = picture;
  const sources = picture.sources.map(
    ({ type, srcset }) => `<source type="${type}" srcset="${escapeHtml(srcset)}" sizes="${SIZES}">`,
  );
  const words = text ? { text } : alt;
  const size = `width="${width}" height="${height}" loading="lazy" decoding="async"`;
  const img = `<img src="${escapeHtml(src)}" alt="${escapeHtml(words.text)}"${tongue(words)} ${size}>`;
  return `<picture>${sources.join('')}${img}</picture>`;
}

function tongue(words: { tongue?: { lang: string; dir: string } } | undefined): string {
  return words?.tongue ? ` lang="${escapeHtml(words.tongue.lang)}" dir="${words.tongue.dir}"` : '';
}
