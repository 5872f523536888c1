import { wordLists } from './word-lists.ts';

const NOTHING_TO_READ = 'head,style,script,meta,link,title,xml,template,iframe,object,o\\:p';
const KEPT: Record<string, string[]> = {
  a: ['href'],
  img: ['src', 'alt'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
};
const LEVELS: Record<string, string> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };

/**
 * What was copied in Word, Google Docs or on a web page, without how it looked there: words, headings, lists,
 * links, tables, bold and italic stay.
 */
export function cleanPastedHtml(html: string): string {
  if (html.includes('data-pm-slice')) return withoutStyles(html);
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const { body } = page;
  for (const part of body.querySelectorAll(NOTHING_TO_READ)) part.remove();
  removeComments(page, body);
  wordLists(body);
  for (const part of body.querySelectorAll('b,strong,i,em,span,font')) replaceLook(part);
  for (const [from, to] of Object.entries(LEVELS)) rename(body, from, to);
  rename(body, '.MsoTitle', 'h2');
  for (const picture of body.querySelectorAll('img')) keepOwnPicture(picture);
  for (const anchor of body.querySelectorAll('a')) keepUsefulLink(anchor);
  for (const part of body.querySelectorAll('*')) keepAttributes(part);
  for (const part of body.querySelectorAll('p,h2,h3,li')) if (isEmpty(part)) part.remove();
  tidySpaces(page, body);
  return body.innerHTML;
}

/** A strict policy complains of styles and handlers even where they only pass through. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=/gi, ' data-look=').replace(/\son[a-z]+\s*=/gi, ' data-off='),
    );
}

function removeComments(page: Document, body: HTMLElement): void {
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Bold and italic by style become bold and italic; a `<b>` that is not bold, and all else, goes. */
function replaceLook(part: Element): void {
  const look = part.getAttribute('data-look') ?? '';
  const tag = part.localName;
  const weight = /(?<![-\w])font-weight:\s*(\w+)/i.exec(look)?.[1];
  const slant = /(?<![-\w])font-style:\s*(\w+)/i.exec(look)?.[1];
  const heading = part.closest('h1,h2,h3,h4,h5,h6') !== null;
  const bold = weight ? /^(bold|[6-9]00)/.test(weight) : tag === 'b' || tag === 'strong';
  const italic = slant ? slant === 'italic' : tag === 'i' || tag === 'em';
  let inside: Node[] = [...part.childNodes];
  if (italic) inside = [wrapped(part, 'em', inside)];
  if (bold && !heading) inside = [wrapped(part, 'strong', inside)];
  part.replaceWith(...inside);
}

function wrapped(part: Element, tag: string, inside: Node[]): Element {
  const made = part.ownerDocument.createElement(tag);
  made.append(...inside);
  return made;
}

function rename(body: HTMLElement, selector: string, tag: string): void {
  for (const part of body.querySelectorAll(selector))
    part.replaceWith(wrapped(part, tag, [...part.childNodes]));
}

/** Pictures come in by upload: those of other servers would tell them who reads, those of Word are not there. */
function keepOwnPicture(picture: HTMLImageElement): void {
  const src = picture.getAttribute('src') ?? '';
  if (!src.startsWith('/') && !src.startsWith(`${location.origin}/`)) picture.remove();
}

function keepUsefulLink(anchor: HTMLAnchorElement): void {
  const href = anchor.getAttribute('href') ?? '';
  const meant = /^https:\/\/www\.google\.com\/url\?/.test(href) ? new URL(href).searchParams.get('q') : href;
  if (meant && /^(https?:|mailto:|tel:|\/)/i.test(meant)) anchor.setAttribute('href', meant);
  else anchor.replaceWith(...anchor.childNodes);
}

function keepAttributes(part: Element): void {
  const kept = KEPT[part.localName] ?? [];
  for (const { name } of [...part.attributes]) if (!kept.includes(name)) part.removeAttribute(name);
}

function isEmpty(part: Element): boolean {
  return part.textContent.trim() === '' && !part.querySelector('img,br+br');
}

/** No-break spaces stay where they keep words together, and go where a program used them as filling. */
function tidySpaces(page: Document, body: HTMLElement): void {
  const walker = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const { nodeValue } = text;
    text.nodeValue = nodeValue === '\u00a0' ? ' ' : (nodeValue ?? '').replace(/[\u00a0 ]{2,}/g, ' ');
  }
}
